// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/dataset/vocabulary.h"
#include "bench/failure.h"
#include "bench/http.h"
#include "bench/load/timed_requests.h"
#include "bench/scenarios/scenario.h"
#include "bench/statistics.h"

#include <cstdio>
#include <format>

namespace plexi::bench {

namespace {

constexpr std::size_t kOfAKind = 20;

/** Searches of one kind, with what the reference is asked beside each. */
struct Kind {
    std::string name;
    std::vector<std::string> server;
    std::vector<std::string> reference;
    std::vector<double> times;
    std::vector<double> referenceTimes;
};

std::string percentEncoded(std::string_view text)
{
    std::string encoded;
    for (const char c : text) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        encoded += isPlain ? std::string(1, c) : std::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

class Questions
{
public:
    explicit Questions(std::string token) : m_token(std::move(token)) { }

    std::vector<Kind> all()
    {
        using enum Vocabulary::Language;
        add("a common word", [this] { return plain(word(English, 20, 150)); });
        add("a word", [this] { return plain(word(m_random.below(2) == 0 ? German : Spanish, 300, 4'000)); });
        add("a rare word", [this] { return plain(word(English, 15'000, 30'000)); });
        add("two words", [this] {
            const Word one = word(English, 0, 100);
            const Word other = word(English, 100, 2'000);
            return Asked{one.text + " " + other.text, quoted(one.folded) + " AND " + quoted(other.folded)};
        });
        add("the beginning of a word", [this] {
            const Word whole = word(English, 200, 10'000);
            return Asked{whole.folded.substr(0, 5), quoted(whole.folded)};
        });
        add("a part of German compounds", [this] {
            const Word part = m_random.of(m_vocabulary.germanParts());
            return plain(part);
        });
        add("a phrase", [this] {
            const Word one = word(English, 0, 40);
            const Word other = word(English, 0, 40);
            return Asked{quoted(one.text + " " + other.text), quoted(one.folded + " " + other.folded)};
        });
        add("two Chinese or Japanese characters", [this] {
            const std::string pair = m_vocabulary.pair(m_random.below(2) == 0 ? Chinese : Japanese, m_random);
            return Asked{pair, quoted(pair)};
        });
        add("a word, with filters", [this] {
            const Word one = word(English, 20, 2'000);
            static const std::vector<std::string> kFilters{" from:person7", " in:general", " has:link -in:general",
                                                           " before:2025-06", " after:2025-11-01 -from:person1"};
            return Asked{one.text + m_random.of(kFilters), quoted(one.folded)};
        });
        m_suffix = "&sort=relevance";
        add("a word, by relevance", [this] { return plain(word(English, 20, 4'000)); });
        return std::move(m_kinds);
    }

private:
    struct Asked {
        std::string query;
        std::string expression;
    };

    static std::string quoted(const std::string &terms) { return '"' + terms + '"'; }

    const Word &word(Vocabulary::Language language, std::size_t from, std::size_t to)
    {
        return m_vocabulary.words(language)[from + m_random.below(to - from)];
    }

    Asked plain(const Word &word) { return {word.text, quoted(word.folded)}; }

    void add(const char *name, const std::function<Asked()> &make)
    {
        Kind kind{.name = name, .server = {}, .reference = {}, .times = {}, .referenceTimes = {}};
        for (std::size_t i = 0; i < kOfAKind; ++i) {
            const Asked asked = make();
            const std::string target = "/api/v1/messages/search?q=" + percentEncoded(asked.query) + m_suffix;
            kind.server.push_back(requestText("GET", target, m_token));
            kind.reference.push_back(requestText("POST", "/match", {}, asked.expression));
        }
        m_kinds.push_back(std::move(kind));
    }

    std::string m_token;
    std::string m_suffix;
    Vocabulary m_vocabulary;
    Random m_random{3};
    std::vector<Kind> m_kinds;
};

void append(std::vector<double> &values, const std::vector<double> &more)
{
    values.insert(values.end(), more.begin(), more.end());
}

/** Whatever the rounds were: percentiles are over all of their requests. */
Figure figureOf(const std::string &name, const char *unit, const std::vector<double> &server,
                const std::vector<double> &reference, double share)
{
    return {.name = name,
            .unit = unit,
            .referenceName = "match",
            .server = {percentile(server, share)},
            .reference = {percentile(reference, share)}};
}

} // namespace

void measureSearch(Bench &bench)
{
    const Workspace::Large &large = bench.workspace.large();
    const auto server = bench.workspace.startServer(large.directory);
    const auto reference = bench.workspace.startReference({"read", (large.directory / "plexichat.db").string()});
    std::vector<Kind> kinds = Questions(signIn(*server)).all();
    std::size_t found = 0;
    for (int round = 1; round <= bench.rounds() + 1; ++round) {
        // The first one warms caches on both sides.
        std::fprintf(stderr, "search: round %d of %d\n", round - 1, bench.rounds());
        for (Kind &kind : kinds) {
            const auto times = timeRequests(*server, kind.server, [&found](const std::string &body) {
                found += body.contains(R"("highlights":[{)");
            });
            const auto referenceTimes = timeRequests(*reference, kind.reference);
            if (round > 1) {
                append(kind.times, times);
                append(kind.referenceTimes, referenceTimes);
            }
        }
    }
    if (found == 0)
        fail("no search has found anything");
    server->stop();

    Section section{
        .title = "Searching",
        .text = std::format(
            "`GET /api/v1/messages/search` by the admin in a workspace of {} messages in 620 channels, of which "
            "120 are private ones of others: {} searches of each kind, one after the other, 50 results with "
            "highlights. `match` runs one FTS5 query for whole words on the same index and formats the same "
            "fields. The index was made in {:.0f} s, {} messages/s.",
            formatted(static_cast<double>(large.data.messages)), kOfAKind, large.indexSeconds,
            formatted(static_cast<double>(large.data.messages) / large.indexSeconds)),
        .figures = {}};
    std::vector<double> all;
    std::vector<double> allReference;
    for (const Kind &kind : kinds) {
        section.figures.push_back(figureOf(kind.name, "ms, p50", kind.times, kind.referenceTimes, 0.5));
        section.figures.push_back(figureOf(kind.name, "ms, p95", kind.times, kind.referenceTimes, 0.95));
        append(all, kind.times);
        append(allReference, kind.referenceTimes);
    }
    section.figures.push_back(figureOf("all of these", "ms, p50", all, allReference, 0.5));
    section.figures.push_back(figureOf("all of these", "ms, p95", all, allReference, 0.95));
    bench.report.add(section);
    const double percentile95 = percentile(all, 0.95);
    bench.report.add(
        Bar{.what = std::format("search among {} messages, p95", formatted(static_cast<double>(large.data.messages))),
            .wanted = "≤ 50 ms",
            .measured = formatted(percentile95) + " ms",
            .isMet = percentile95 <= 50});
}

} // namespace plexi::bench
