// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/custom_emoji_service.h"

#include "server/security/crypto.h"
#include "server/security/permissions.h"
#include "server/services/emoji_names.h"
#include "shared/core/emoji.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace rows = store::custom_emoji;

using protocol::CustomEmoji;
using store::WriteTransaction;

namespace {

CustomEmoji emojiOf(const rows::Row &row)
{
    // A plus in a query would be read as a space; in a path it is itself.
    return {.name = row.name,
            .imageUrl = u"/api/v1/emoji/%1/image?v=%2"_s.arg(row.name, row.key),
            .createdBy = row.createdBy,
            .createdAt = row.createdAt};
}

Error taken()
{
    return {.code = ErrorCode::Conflict,
            .message = u"Another emoji has this name"_s,
            .details = {{"field"_L1, "name"_L1}, {"reason"_L1, "Is taken"_L1}}};
}

Result<> checkName(const QString &name)
{
    if (!isEmojiName(u':' + name + u':'))
        return fail(
            Error::validation(u"name"_s, u"Must be 1 to 64 of a to z, 0 to 9, underscores, hyphens and pluses"_s));
    if (isStandardEmojiName(name))
        return fail(taken());
    return {};
}

Result<CustomEmoji> insertNew(store::Connection &connection, const rows::Row &row, const rows::Picture &picture)
{
    const auto count = rows::count(connection);
    if (!count)
        return fail(count.error());
    if (*count >= CustomEmojiService::kMaxEmoji)
        return fail({.code = ErrorCode::Conflict,
                     .message = u"There are as many emoji as fit"_s,
                     .details = {{"limit"_L1, CustomEmojiService::kMaxEmoji}}});
    if (auto inserted = rows::insert(connection, row, picture); !inserted)
        return fail(inserted.error().code == ErrorCode::Conflict ? taken() : std::move(inserted.error()));
    return emojiOf(row);
}

Result<> erase(store::Connection &connection, const security::Principal &caller, const QString &name)
{
    const auto row = rows::find(connection, name);
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(Error::notFound(u"Emoji"));
    if ((*row)->createdBy != caller.userId && !caller.can(security::permission::kMessagesModerate))
        return fail(Error::forbidden(u"Only who added it or a moderator may remove an emoji"_s));
    return rows::remove(connection, name);
}

} // namespace

CustomEmojiService::CustomEmojiService(store::Database &database, files::Inspector &inspector)
    : m_database(database), m_inspector(inspector)
{
}

Result<CustomEmojiService::Page> CustomEmojiService::list(qint64 page, qint64 limit)
{
    store::Connection &connection = m_database.reader();
    const auto found = rows::list(connection, limit, (page - 1) * limit);
    if (!found)
        return fail(found.error());
    const auto count = rows::count(connection);
    if (!count)
        return fail(count.error());
    Page listed{.emoji = {}, .totalCount = *count};
    for (const rows::Row &row : *found)
        listed.emoji.append(emojiOf(row));
    return listed;
}

Result<rows::Picture> CustomEmojiService::picture(const QString &name)
{
    auto picture = rows::findPicture(m_database.reader(), name);
    if (!picture)
        return fail(std::move(picture.error()));
    if (!*picture)
        return fail(Error::notFound(u"Emoji"));
    return std::move(**picture);
}

QCoro::Task<Result<CustomEmoji>> CustomEmojiService::add(security::Principal caller, QString name, QByteArray original)
{
    if (auto checked = checkName(name); !checked)
        co_return fail(std::move(checked.error()));
    const Result<files::Picture> made = co_await m_inspector.avatar(original, kSize);
    if (!made)
        co_return fail(made.error());
    const rows::Picture picture{.contentType = QString::fromLatin1(made->contentType), .bytes = made->bytes};
    const rows::Row row{.name = name,
                        .key = QString::fromLatin1(security::sha256(made->bytes).toHex().first(16)),
                        .createdBy = caller.userId,
                        .createdAt = Timestamp::now()};
    auto job = [row, picture](WriteTransaction &transaction) {
        return insertNew(transaction.connection(), row, picture);
    };
    co_return co_await m_database.write(std::move(job));
}

QCoro::Task<Result<>> CustomEmojiService::remove(security::Principal caller, QString name)
{
    auto job = [caller, name](WriteTransaction &transaction) {
        return erase(transaction.connection(), caller, name);
    };
    co_return co_await m_database.write(std::move(job));
}

} // namespace plexi::services
