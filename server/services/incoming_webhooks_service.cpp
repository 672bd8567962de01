// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/incoming_webhooks_service.h"

#include "server/security/crypto.h"
#include "server/services/account_rights.h"
#include "server/services/bot_accounts.h"
#include "server/services/channel_access.h"
#include "server/services/slugs.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace incoming_webhooks = store::incoming_webhooks;
namespace users = store::users;
using incoming_webhooks::Row;
using protocol::IncomingWebhook;
using security::Principal;
using store::WriteTransaction;

namespace {

// Longer than any token of ours; not worth hashing.
constexpr qsizetype kMaxTokenSize = 200;
constexpr qsizetype kMaxSlugSize = 28;
constexpr int kMaxNumberedNames = 1'000;

Error hookNotFound()
{
    return Error::notFound(u"Webhook");
}

/** The webhook where the caller manages its channel; like an unknown one where the caller cannot see that. */
Result<Row> managedHook(store::Connection &connection, const Principal &caller, IncomingWebhookId id)
{
    const auto row = incoming_webhooks::find(connection, id);
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(hookNotFound());
    const auto access = managedChannel(connection, (*row)->webhook.channelId.toString(), caller);
    if (!access)
        return fail(access.error().code == ErrorCode::NotFound ? hookNotFound() : access.error());
    return **row;
}

} // namespace

IncomingWebhooksService::IncomingWebhooksService(const Parts &parts, TakeMessage takeMessage)
    : d(parts), m_takeMessage(std::move(takeMessage))
{
}

QByteArray IncomingWebhooksService::addSecret(IncomingWebhook &webhook) const
{
    const QByteArray token = "plh_" + security::base62(security::randomBytes(32));
    webhook.token = QString::fromLatin1(token);
    webhook.url = m_publicUrl + kPath + *webhook.token;
    return security::sha256(token);
}

Result<QList<IncomingWebhook>> IncomingWebhooksService::list(Principal caller, QString channel)
{
    store::Connection &connection = d.database.reader();
    const auto access = managedChannel(connection, channel, caller);
    if (!access)
        return fail(access.error());
    const auto rows = incoming_webhooks::list(connection, access->id);
    if (!rows)
        return fail(rows.error());
    QList<IncomingWebhook> webhooks;
    for (const Row &row : *rows)
        webhooks.append(row.webhook);
    return webhooks;
}

QCoro::Task<Result<IncomingWebhook>> IncomingWebhooksService::create(Principal caller, QString channel,
                                                                     protocol::NewIncomingWebhook webhook)
{
    auto job = [this, caller, channel, webhook](WriteTransaction &transaction) {
        return insert(transaction, caller, channel, webhook);
    };
    co_return co_await d.database.write(std::move(job));
}

Result<IncomingWebhook> IncomingWebhooksService::insert(WriteTransaction &transaction, const Principal &caller,
                                                        const QString &channel,
                                                        const protocol::NewIncomingWebhook &draft)
{
    store::Connection &connection = transaction.connection();
    const auto access = managedChannel(connection, channel, caller);
    if (!access)
        return fail(access.error());
    const auto count = incoming_webhooks::count(connection, access->id);
    if (!count)
        return fail(count.error());
    if (*count >= kMaxPerChannel)
        return fail({.code = ErrorCode::Conflict,
                     .message = u"At most %1 webhooks for each channel; delete one first"_s.arg(kMaxPerChannel)});
    if (draft.botId) {
        const auto bot = managedBot(connection, caller, *draft.botId);
        if (!bot)
            return fail(bot.error());
    }
    const auto bot = draft.botId ? Result<UserId>(*draft.botId) : makeBot(transaction, caller, draft.name);
    if (!bot)
        return fail(bot.error());
    if (auto joined = d.members.ensureMember(transaction, access->id, *bot); !joined)
        return fail(std::move(joined.error()));
    Row row{.webhook = {.id = d.database.ids().next<IncomingWebhookId>(),
                        .channelId = access->id,
                        .botId = *bot,
                        .name = draft.name,
                        .createdBy = caller.userId,
                        .createdAt = Timestamp::now()},
            .ownsBot = !draft.botId};
    const QByteArray tokenHash = addSecret(row.webhook);
    if (auto inserted = incoming_webhooks::insert(connection, row, tokenHash); !inserted)
        return fail(std::move(inserted.error()));
    if (auto told = d.audit.record(transaction, AuditOrigin::of(caller), audit_action::kIncomingWebhookMade,
                                   row.webhook.id, access->id.toString());
        !told)
        return fail(std::move(told.error()));
    return row.webhook;
}

Result<UserId> IncomingWebhooksService::makeBot(WriteTransaction &transaction, const Principal &caller,
                                                const QString &name)
{
    const QString slug = slugFromName(name).left(kMaxSlugSize);
    // Names that mean everybody, or are too short for a person's.
    const bool isUsable = slug.size() >= 2 && slug != "channel"_L1 && slug != "here"_L1;
    const QString base = isUsable ? slug : u"webhook"_s;
    for (int number = 1; number < kMaxNumberedNames; ++number) {
        const QString username = number == 1 ? base : u"%1-%2"_s.arg(base.left(kMaxSlugSize)).arg(number);
        const auto taken = users::findByLogin(transaction.connection(), username);
        if (!taken)
            return fail(taken.error());
        if (!*taken)
            return d.bots.insert(transaction, caller,
                                 {.username = username, .displayName = name, .description = u"Incoming webhook"_s});
    }
    return fail({.code = ErrorCode::Conflict, .message = u"Too many bots have this name"_s});
}

QCoro::Task<Result<IncomingWebhook>> IncomingWebhooksService::rename(Principal caller, IncomingWebhookId id,
                                                                     QString name)
{
    auto job = [caller, id, name](WriteTransaction &transaction) -> Result<IncomingWebhook> {
        auto row = managedHook(transaction.connection(), caller, id);
        if (!row)
            return fail(std::move(row.error()));
        if (auto renamed = incoming_webhooks::rename(transaction.connection(), id, name); !renamed)
            return fail(std::move(renamed.error()));
        row->webhook.name = name;
        return row->webhook;
    };
    co_return co_await d.database.write(std::move(job));
}

QCoro::Task<Result<IncomingWebhook>> IncomingWebhooksService::renewToken(Principal caller, IncomingWebhookId id)
{
    auto job = [this, caller, id](WriteTransaction &transaction) -> Result<IncomingWebhook> {
        auto row = managedHook(transaction.connection(), caller, id);
        if (!row)
            return fail(std::move(row.error()));
        const QByteArray tokenHash = addSecret(row->webhook);
        if (auto set = incoming_webhooks::setToken(transaction.connection(), id, tokenHash); !set)
            return fail(std::move(set.error()));
        auto told = d.audit.record(transaction, AuditOrigin::of(caller), audit_action::kIncomingWebhookRenewed, id);
        if (!told)
            return fail(std::move(told.error()));
        return row->webhook;
    };
    co_return co_await d.database.write(std::move(job));
}

QCoro::Task<Result<>> IncomingWebhooksService::remove(Principal caller, IncomingWebhookId id)
{
    auto job = [this, caller, id](WriteTransaction &transaction) {
        return applyRemoval(transaction, caller, id);
    };
    co_return co_await d.database.write(std::move(job));
}

Result<> IncomingWebhooksService::applyRemoval(WriteTransaction &transaction, const Principal &caller,
                                               IncomingWebhookId id)
{
    store::Connection &connection = transaction.connection();
    const auto row = managedHook(connection, caller, id);
    if (!row)
        return fail(row.error());
    if (auto removed = incoming_webhooks::remove(connection, id); !removed)
        return removed;
    const AuditOrigin origin = AuditOrigin::of(caller);
    if (auto told = d.audit.record(transaction, origin, audit_action::kIncomingWebhookDeleted, id); !told)
        return told;
    const auto others = incoming_webhooks::countOfBot(connection, row->webhook.botId);
    if (!others)
        return fail(others.error());
    if (!row->ownsBot || *others > 0)
        return {};
    if (auto left = d.members.endMembership(transaction, row->webhook.channelId, row->webhook.botId); !left)
        return left;
    return d.accounts.setActive(transaction, origin, row->webhook.botId, false);
}

Result<Row> IncomingWebhooksService::rowOf(store::Connection &connection, const QString &token)
{
    if (token.size() > kMaxTokenSize)
        return fail(hookNotFound());
    const auto row = incoming_webhooks::findByToken(connection, security::sha256(token.toUtf8()));
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(hookNotFound());
    return **row;
}

Result<> IncomingWebhooksService::require(const QString &token)
{
    const auto row = rowOf(d.database.reader(), token);
    return row ? Result<>() : fail(row.error());
}

QCoro::Task<Result<>> IncomingWebhooksService::post(QString token, protocol::SlackPayload payload)
{
    const auto row = rowOf(d.database.reader(), token);
    if (!row)
        co_return fail(row.error());
    if (const auto wait = m_takeMessage ? m_takeMessage(row->webhook.botId) : std::nullopt)
        co_return fail({.code = ErrorCode::RateLimitExceeded, .message = u"Rate limit exceeded"_s, .retryAfter = wait});
    auto job = [this, token, payload](WriteTransaction &transaction) {
        return deliver(transaction, token, payload);
    };
    co_return co_await d.database.write(std::move(job));
}

Result<> IncomingWebhooksService::deliver(WriteTransaction &transaction, const QString &token,
                                          const protocol::SlackPayload &payload)
{
    store::Connection &connection = transaction.connection();
    const auto row = rowOf(connection, token);
    if (!row)
        return fail(row.error());
    const IncomingWebhook &webhook = row->webhook;
    const auto bot = users::find(connection, webhook.botId);
    if (!bot)
        return fail(bot.error());
    if (!*bot || !(*bot)->isActive)
        return fail(hookNotFound());
    const protocol::NewMessage message{.channel = webhook.channelId.toString(),
                                       .content = payload.content,
                                       .contentType = payload.contentType,
                                       .mentions = {},
                                       .replyTo = std::nullopt,
                                       .threadId = std::nullopt,
                                       .clientMessageId = std::nullopt};
    const auto sent = d.messages.post(transaction, webhook.botId, webhook.channelId, message);
    if (!sent)
        return fail(sent.error());
    return incoming_webhooks::setLastUsedAt(connection, webhook.id, sent->message.createdAt);
}

} // namespace plexi::services
