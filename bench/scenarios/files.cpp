// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/child_process.h"
#include "bench/failure.h"
#include "bench/load/bulk_transfer.h"
#include "bench/load/request_load.h"
#include "bench/reference/nginx.h"
#include "bench/scenarios/scenario.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <format>
#include <future>
#include <random>

namespace plexi::bench {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kMegabyte = 1'000'000;
/** What one request may carry (contract, section 2). */
constexpr std::uint64_t kChunk = std::uint64_t(8) << 20;
constexpr int kUploads = 20;

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/** Bytes that no file system and no socket makes smaller. The same in every run. */
std::string noise(std::uint64_t size, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::string bytes(size, '\0');
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
        const std::uint64_t word = random();
        bytes.replace(at, 8, reinterpret_cast<const char *>(&word), 8);
    }
    return bytes;
}

/** What a request of the resumable protocol is answered with; the server ends the connection of each. */
std::string ask(const ChildProcess &server, const std::string &head, std::string_view body, int status)
{
    BulkConnection connection(server.port());
    connection.send(std::format("{}Content-Length: {}\r\n\r\n", head, body.size()));
    connection.send(body);
    return connection.receive(status);
}

/** An upload by the resumable protocol (tus 1.0.0). Returns its file's id. */
std::string uploadInChunks(const ChildProcess &server, const std::string &token, std::uint64_t size,
                           std::string_view chunk, const std::function<void()> &afterEach)
{
    const std::string common = std::format("Host: 127.0.0.1\r\nAuthorization: Bearer {}\r\nTus-Resumable: 1.0.0\r\n",
                                           token);
    const std::string made = ask(server,
                                 std::format("POST /api/v1/files/uploads HTTP/1.1\r\n{}Upload-Length: {}\r\n"
                                             "Upload-Metadata: filename bGFyZ2UuYmlu\r\n",
                                             common, size),
                                 {}, 201);
    std::string place(headerValue(made, "location"));
    if (const std::size_t scheme = place.find("://"); scheme != std::string::npos)
        place = place.substr(place.find('/', scheme + 3));
    std::string last;
    for (std::uint64_t sent = 0; sent < size; sent += kChunk) {
        last = ask(server,
                   std::format("PATCH {} HTTP/1.1\r\n{}Upload-Offset: {}\r\n"
                               "Content-Type: application/offset+octet-stream\r\n",
                               place, common, sent),
                   chunk.substr(0, std::min(kChunk, size - sent)), 204);
        afterEach();
    }
    return std::string(headerValue(last, "plexichat-file-id"));
}

/** The same as the server does: all bytes, their digest, and a file that is on disk for good. */
void putAndSync(const Nginx &nginx, const std::string &name, std::uint64_t size, const std::string &chunk)
{
    BulkConnection connection(nginx.port());
    connection.send(std::format("PUT /{} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {}\r\n\r\n", name, size));
    for (std::uint64_t sent = 0; sent < size; sent += kChunk)
        connection.send(std::string_view(chunk).substr(0, std::min(kChunk, size - sent)));
    connection.receive(201);
    const std::string path = nginx.stored(name).string();
    ChildProcess("openssl", {"/usr/bin/env", "openssl", "dgst", "-sha256", path}, "/dev/null", "").readToEnd();
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file || fsync(file.number()) < 0)
        failWithErrno("fsync");
}

double download(std::uint16_t port, const std::string &request, const std::function<void()> &afterEach)
{
    const auto begin = Clock::now();
    BulkConnection connection(port);
    connection.send(request);
    std::uint64_t next = 0;
    connection.receive(200, [&](std::uint64_t bytes) {
        if (bytes < next)
            return;
        next = bytes + kChunk;
        afterEach();
    });
    return secondsSince(begin);
}

void measureLarge(Bench &bench, const ChildProcess &server, const std::string &token)
{
    const std::uint64_t size = std::uint64_t(bench.isQuick ? 64 : 2'048) << 20;
    const double megabytes = static_cast<double>(size) / static_cast<double>(kMegabyte);
    const std::string name = std::format("{} MiB", size >> 20);
    Figure up{.name = "upload of " + name, .unit = "MB/s", .referenceName = "nginx, openssl sha256, fsync"};
    Figure down{.name = "download of " + name, .unit = "MB/s", .referenceName = "nginx"};
    double growth = 0;
    for (int round = 1; round <= bench.rounds(); ++round) {
        std::fprintf(stderr, "files: round %d of %d\n", round, bench.rounds());
        // Other bytes each time: the server would know them again.
        const std::string chunk = noise(kChunk, static_cast<unsigned>(round));
        const double before = server.residentMegabytes();
        double most = before;
        const auto watch = [&] {
            most = std::max(most, server.residentMegabytes());
        };
        auto begin = Clock::now();
        const std::string id = uploadInChunks(server, token, size, chunk, watch);
        up.server.push_back(megabytes / secondsSince(begin));
        Nginx nginx(bench.workspace.newDirectory(std::format("nginx-{}", round)));
        begin = Clock::now();
        putAndSync(nginx, "large", size, chunk);
        up.reference.push_back(megabytes / secondsSince(begin));
        const auto request = requestText("GET", "/api/v1/files/" + id + "/download", token);
        down.server.push_back(megabytes / download(server.port(), request, watch));
        down.reference.push_back(megabytes / download(nginx.port(), requestText("GET", "/large"), [] { }));
        growth = std::max(growth, most - before);
        nginx.stop();
        fs::remove(nginx.stored("large"));
    }
    bench.report.add(Section{
        .title = "Large files",
        .text =
            "Up by the resumable protocol in chunks of 8 MiB, down by one request. The server "
            "digests what comes and has it on disk for good before it answers; nginx is measured with what it takes "
            "to do the same: PUT, then `openssl sha256` and fsync.",
        .figures = {up, down}});
    for (const Figure *figure : {&up, &down})
        bench.report.add(Bar{.what = figure->name + ", share of nginx's speed",
                             .wanted = "≥ 0.50",
                             .measured = std::format("{:.2f}", figure->ratio()),
                             .isMet = figure->ratio() >= 0.5});
    bench.report.add(Bar{.what = "growth of the server's memory in these transfers",
                         .wanted = "< 32 MiB",
                         .measured = std::format("{:.1f} MB", growth),
                         .isMet = growth < 33.5});
}

void measureBeside(Bench &bench, const ChildProcess &server, const std::string &token)
{
    const std::string request = postRequest(token);
    LoadPlan plan{.port = server.port(), .request = request, .connections = 16, .expectedStatus = 201};
    plan.warmUp = bench.warmUp();
    plan.duration = bench.duration();
    Figure rate{.name = std::format("POST, 16 connections, beside {} uploads", kUploads),
                .unit = "posts/s",
                .referenceName = "nobody uploads"};
    const std::string chunk = noise(kChunk, 99);
    for (int round = 1; round <= bench.rounds(); ++round) {
        const LoadResult quiet = runLoad(plan);
        std::atomic<bool> isOver = false;
        std::vector<std::future<void>> uploads;
        uploads.reserve(kUploads);
        for (int i = 0; i < kUploads; ++i) {
            uploads.push_back(std::async(std::launch::async, [&] {
                while (!isOver)
                    uploadInChunks(server, token, 2 * kChunk, chunk, [] { });
            }));
        }
        const LoadResult busy = runLoad(plan);
        isOver = true;
        for (auto &upload : uploads)
            upload.get();
        rate.server.push_back(busy.perSecond);
        rate.reference.push_back(quiet.perSecond);
    }
    bench.report.add(
        Section{.title = "Posting messages while files come in",
                .text = "Each upload is of 16 MiB, and the next begins when it has ended. Those who upload "
                        "have a thread each, which take their share of the processors too.",
                .figures = {rate}});
    const double slowdown = 1 / rate.ratio();
    bench.report.add(Bar{.what = std::format("slowdown of posts by {} uploads", kUploads),
                         .wanted = "≤ 1.5",
                         .measured = std::format("{:.2f}", slowdown),
                         .isMet = slowdown <= 1.5});
}

} // namespace

void measureFiles(Bench &bench)
{
    const auto server = bench.workspace.startServer(bench.workspace.newDirectory("files"));
    const std::string token = signIn(*server);
    measureLarge(bench, *server, token);
    measureBeside(bench, *server, token);
    server->stop();
}

} // namespace plexi::bench
