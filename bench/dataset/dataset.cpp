// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/dataset/dataset.h"

#include "bench/dataset/vocabulary.h"
#include "bench/failure.h"
#include "bench/reference/message_database.h"

#include <chrono>
#include <cstdio>
#include <format>

namespace plexi::bench {

namespace {

// The admin and the user of `serve --dev`.
constexpr std::int64_t kAdmin = 123;
constexpr std::int64_t kUser = 456;
constexpr std::int64_t kFirstAuthor = 10'000;
constexpr std::int64_t kAuthors = 50;
constexpr std::int64_t kFirstChannel = 20'000;
constexpr std::int64_t kPublicChannels = 420;
constexpr std::int64_t kOwnPrivateChannels = 80;
constexpr std::int64_t kForeignPrivateChannels = 120;
// 2025-02-01; a year of messages. Ids are of the time (shared/core/ids.h).
constexpr std::int64_t kIdEpoch = 1'735'689'600'000;
constexpr std::int64_t kBeginning = 1'738'368'000'000;
constexpr std::int64_t kYear = 365LL * 24 * 3'600 * 1'000;
constexpr int kIdCounterBits = 20;
// content_type
constexpr int kText = 0;
constexpr int kMarkdown = 1;

struct Channel {
    std::int64_t id = 0;
    bool isPublic = true;
    std::int64_t member = kAdmin;
    std::int64_t count = 0;
    std::int64_t lastMessage = 0;
};

/** Kinds take turns, so that each has busy and quiet ones. */
Channel roomOfManyKinds(std::int64_t number)
{
    const std::int64_t kind = number % 31;
    const bool isForeign = kind >= 25;
    return {.id = kFirstChannel + number, .isPublic = kind < 21, .member = isForeign ? kUser : kAdmin};
}

Channel openRoom(std::int64_t number)
{
    return {.id = kFirstChannel + number};
}

/** As people write in a chat: now and then with markup. */
std::string marked(const std::string &text, Random &random)
{
    switch (random.below(20)) {
    case 0:
        return "**" + text + "**";
    case 1:
        return text + "\n\n- " + text + "\n- `" + text + "`";
    case 2:
        return text + "\n```cpp\nfor (const auto &each : all)\n    if (each.isWanted())\n        take(each);\n```";
    case 3:
        return "> " + text + "\n\nhttps://example.org/" + std::to_string(random.below(1'000));
    default:
        return text;
    }
}

class Filler
{
public:
    /** @p room makes what is known of the n-th channel; the 0th is `general`. */
    Filler(const std::filesystem::path &file, std::int64_t channels, Channel (*room)(std::int64_t)) : m_database(file)
    {
        m_database.execute("PRAGMA synchronous=OFF; PRAGMA cache_size=-131072; BEGIN");
        addAuthors();
        addChannels(channels, room);
    }

    /** In a fifth of the cases in `general`; else channels are busy as words are common. */
    Dataset fill(std::size_t count)
    {
        const Zipf busy(m_channels.size() - 1, 0.8);
        return fill(
            count, kText, [&busy](Random &random) { return random.below(5) == 0 ? 0 : 1 + busy.next(random); },
            [](const std::string &text, Random &) { return text; });
    }

    Dataset fill(const Team &team)
    {
        const std::size_t others = team.channels * team.messagesInEach;
        std::size_t next = 0;
        const auto choose = [&](Random &random) {
            // Of the others each in its turn, so that each has as many.
            return random.below(others + team.messagesInGeneral) < others ? 1 + next++ % team.channels : 0;
        };
        return fill(others + team.messagesInGeneral, kMarkdown, choose, marked);
    }

private:
    template <typename Choose, typename Write>
    Dataset fill(std::size_t count, int contentType, Choose choose, Write write)
    {
        Dataset dataset{.messages = count, .general = {}, .generalId = m_channels.front().id, .channels = {}};
        for (const Channel &channel : m_channels) {
            if (channel.member == kAdmin)
                dataset.channels.push_back(channel.id);
        }
        auto insert = m_database.prepare(
            "INSERT INTO messages (id, channel_id, user_id, seq, ordinal, content, created_at, content_type)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        Random random(2);
        const Vocabulary vocabulary;
        for (std::size_t i = 0; i < count; ++i) {
            Channel &channel = m_channels[choose(random)];
            const std::int64_t moment = kBeginning
                + static_cast<std::int64_t>(static_cast<double>(kYear) * static_cast<double>(i)
                                            / static_cast<double>(count));
            const std::int64_t id = ((moment - kIdEpoch) << kIdCounterBits) + static_cast<std::int64_t>(i % 1'000);
            channel.lastMessage = std::max(id, m_lastId + 1);
            m_lastId = channel.lastMessage;
            ++channel.count;
            const std::string text = write(vocabulary.sentence(random), random);
            const auto author = kFirstAuthor + static_cast<std::int64_t>(random.below(kAuthors));
            insert.bind(1, m_lastId).bind(2, channel.id).bind(3, author).bind(4, channel.count).bind(5, channel.count);
            insert.bind(6, text).bind(7, moment).bind(8, contentType).step();
            insert.reset();
            if (channel.id == dataset.generalId)
                dataset.general.push_back(m_lastId);
        }
        writeCounters();
        m_database.execute("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
        return dataset;
    }

    void addAuthors()
    {
        auto insert = m_database.prepare("INSERT INTO users (id, username, display_name, search_key, password_hash,"
                                         " created_at) VALUES (?, ?, ?, ?, 'none', ?)");
        for (std::int64_t i = 0; i < kAuthors; ++i) {
            const std::string name = std::format("person{}", i);
            insert.bind(1, kFirstAuthor + i).bind(2, name).bind(3, name).bind(4, name).bind(5, kBeginning).step();
            insert.reset();
        }
    }

    void addChannels(std::int64_t count, Channel (*room)(std::int64_t))
    {
        auto general = m_database.prepare("SELECT id, message_count FROM channels WHERE slug = 'general'");
        if (!general.step() || general.integer(1) != 0)
            fail("the data directory is not a new one of `serve --dev`");
        m_channels.push_back({.id = general.integer(0)});
        auto insert = m_database.prepare(
            "INSERT INTO channels (id, type, slug, name, created_by, created_at, member_count)"
            " VALUES (?, ?, nullif(?, ''), ?, ?, ?, 1)");
        auto join = m_database.prepare(
            "INSERT INTO members (channel_id, user_id, role, joined_at) VALUES (?, ?, 1, ?)");
        // One of the admin's is `general`.
        for (std::int64_t i = 1; i < count; ++i) {
            const Channel channel = room(i);
            const std::string name = std::format("room-{}", i);
            insert.bind(1, channel.id).bind(2, channel.isPublic ? 0 : 1).bind(3, channel.isPublic ? name : "");
            insert.bind(4, name).bind(5, channel.member).bind(6, kBeginning).step();
            insert.reset();
            join.bind(1, channel.id).bind(2, channel.member).bind(3, kBeginning).step();
            join.reset();
            m_channels.push_back(channel);
        }
    }

    void writeCounters()
    {
        auto update = m_database.prepare("UPDATE channels SET message_count = ?, last_seq = ?, last_ordinal = ?,"
                                         " last_message_id = nullif(?, 0) WHERE id = ?");
        for (const Channel &channel : m_channels) {
            update.bind(1, channel.count).bind(2, channel.count).bind(3, channel.count);
            update.bind(4, channel.lastMessage).bind(5, channel.id).step();
            update.reset();
        }
    }

    Sqlite m_database;
    std::vector<Channel> m_channels;
    std::int64_t m_lastId = 0;
};

std::filesystem::path databaseOf(const std::filesystem::path &dataDirectory)
{
    std::filesystem::path file = dataDirectory / "plexichat.db";
    if (!std::filesystem::exists(file))
        fail("there is no " + file.string() + ": start `plexichat-server serve --dev` on that directory once");
    return file;
}

} // namespace

Dataset fill(const std::filesystem::path &dataDirectory, std::size_t messages)
{
    return Filler(databaseOf(dataDirectory), kPublicChannels + kOwnPrivateChannels + kForeignPrivateChannels,
                  roomOfManyKinds)
        .fill(messages);
}

Dataset fill(const std::filesystem::path &dataDirectory, const Team &team)
{
    return Filler(databaseOf(dataDirectory), static_cast<std::int64_t>(team.channels) + 1, openRoom).fill(team);
}

int runGenerate(std::span<const std::string> arguments)
{
    if (arguments.size() != 2) {
        std::fputs("Usage: plexichat-bench generate DATA_DIR MESSAGES\n", stderr);
        return 2;
    }
    const auto begin = std::chrono::steady_clock::now();
    const Dataset dataset = fill(arguments[0], std::stoul(arguments[1]));
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    std::printf("%zu messages, %zu of them in general, in %.1f s\n", dataset.messages, dataset.general.size(),
                time.count());
    return 0;
}

} // namespace plexi::bench
