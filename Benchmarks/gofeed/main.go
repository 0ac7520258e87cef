// Times gofeed on all files of a folder, held in memory, one core:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode GOMAXPROCS=1 go build -o gofeed-speed main.go
//	./gofeed-speed FOLDER
//
// Debian: golang-go, golang-github-mmcdole-gofeed-dev.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"github.com/mmcdole/gofeed"
)

func processorSeconds() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano()).Seconds()
}

func round(files [][]byte) (items int) {
	for _, file := range files {
		feed, err := gofeed.NewParser().Parse(bytes.NewReader(file))
		if err == nil {
			items += len(feed.Items)
		}
	}
	return items
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: gofeed-speed FOLDER")
		os.Exit(64)
	}
	runtime.GOMAXPROCS(1)
	paths, _ := filepath.Glob(filepath.Join(os.Args[1], "*"))
	var files [][]byte
	total := 0
	for _, path := range paths {
		if file, err := os.ReadFile(path); err == nil {
			files = append(files, file)
			total += len(file)
		}
	}
	round(files[:min(len(files), 50)])
	began, rounds, items := processorSeconds(), 0, 0
	for rounds == 0 || processorSeconds()-began < 3 {
		items += round(files)
		rounds++
	}
	seconds := processorSeconds() - began
	fmt.Printf("gofeed: %.1f MB/s, %.0f items/s\n",
		float64(total*rounds)/seconds/1e6, float64(items)/seconds)
}

func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}
