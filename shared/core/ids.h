// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <atomic>
#include <compare>
#include <optional>

namespace plexi {

namespace detail {
std::optional<qint64> parseId(QLatin1StringView prefix, QStringView text);
QString formatId(QLatin1StringView prefix, qint64 value);
} // namespace detail

/**
 * An identifier of one kind of thing: a positive 64-bit number that grows with time, written as prefix and decimal
 * ("msg_123"). Ids of different kinds are different types. Zero means none.
 */
template <typename Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 value) : m_value(value) { }

    constexpr qint64 value() const { return m_value; }
    constexpr bool isNull() const { return m_value == 0; }
    QString toString() const { return detail::formatId(Tag::kPrefix, m_value); }

    /** Nothing unless @p text is the prefix followed by a positive decimal without leading zeros. */
    static std::optional<Id> fromString(QStringView text)
    {
        if (const auto value = detail::parseId(Tag::kPrefix, text))
            return Id(*value);
        return std::nullopt;
    }

    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.m_value, seed); }

private:
    qint64 m_value = 0;
};

struct UserTag {
    static constexpr QLatin1StringView kPrefix{"user_"};
};
struct ChannelTag {
    static constexpr QLatin1StringView kPrefix{"channel_"};
};
struct MessageTag {
    static constexpr QLatin1StringView kPrefix{"msg_"};
};
struct FileTag {
    static constexpr QLatin1StringView kPrefix{"file_"};
};
struct UploadTag {
    static constexpr QLatin1StringView kPrefix{"upload_"};
};
struct ApiKeyTag {
    static constexpr QLatin1StringView kPrefix{"key_"};
};
struct PasskeyTag {
    static constexpr QLatin1StringView kPrefix{"passkey_"};
};
struct AuditTag {
    static constexpr QLatin1StringView kPrefix{"audit_"};
};
struct SessionTag {
    static constexpr QLatin1StringView kPrefix{"session_"};
};

using UserId = Id<UserTag>;
using ChannelId = Id<ChannelTag>;
using MessageId = Id<MessageTag>;
using FileId = Id<FileTag>;
using UploadId = Id<UploadTag>;
using ApiKeyId = Id<ApiKeyTag>;
using PasskeyId = Id<PasskeyTag>;
using AuditId = Id<AuditTag>;
using SessionId = Id<SessionTag>;

/**
 * Makes time-ordered numbers: 43 bits of milliseconds since 2025-01-01, then a 20-bit counter. Strictly increasing in
 * one process even when the clock goes back. Thread-safe.
 */
class IdGenerator
{
public:
    /** @p lastUsed: the highest number ever given out by this database, so that a clock set back cannot repeat one. */
    explicit IdGenerator(qint64 lastUsed = 0) : m_last(lastUsed) { }

    qint64 next();

    template <typename IdType>
    IdType next()
    {
        return IdType(next());
    }

private:
    std::atomic<qint64> m_last;
};

} // namespace plexi
