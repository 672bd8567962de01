// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/scheduled_messages_service.h"

#include "server/services/channel_access.h"
#include "server/services/message_access.h"
#include "server/services/moments.h"
#include "server/store/members_store.h"
#include "server/store/scheduled_messages_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace rows = store::scheduled_messages;

using protocol::NewScheduled;
using protocol::ScheduledChange;
using protocol::ScheduledMessage;
using store::Connection;
using store::WriteTransaction;

namespace {

// After a fault of the database, not of the message.
constexpr qint64 kRetrySeconds = 60;

Result<> checkTime(Timestamp sendAt)
{
    return checkAhead(u"send_at"_s, sendAt, ScheduledMessagesService::kMaxDaysAhead);
}

Result<rows::Row> ownRow(Connection &connection, UserId caller, ScheduledId id)
{
    auto row = rows::find(connection, id);
    if (!row)
        return fail(std::move(row.error()));
    if (!*row || (*row)->userId != caller)
        return fail(Error::notFound(u"Scheduled message"));
    return std::move(**row);
}

Result<> keepFailure(Connection &connection, ScheduledId id, const Error &reason)
{
    auto row = rows::find(connection, id);
    if (!row)
        return fail(std::move(row.error()));
    if (!*row || (*row)->scheduled.sendAt > Timestamp::now())
        return {};
    (*row)->scheduled.failure = reason;
    return rows::update(connection, (*row)->scheduled);
}

/** The refusals that will not go away by trying again. */
bool isFinal(ErrorCode code)
{
    return code != ErrorCode::Internal && code != ErrorCode::ServiceUnavailable;
}

} // namespace

ScheduledMessagesService::ScheduledMessagesService(store::Database &database, MessagesService &messages,
                                                   Scheduler &scheduler)
    : m_database(database), m_messages(messages), m_scheduler(scheduler)
{
}

Result<ScheduledMessagesService::Page> ScheduledMessagesService::list(security::Principal caller, qint64 page,
                                                                      qint64 limit)
{
    Connection &connection = m_database.reader();
    auto found = rows::list(connection, caller.userId, limit, (page - 1) * limit);
    if (!found)
        return fail(std::move(found.error()));
    const auto count = rows::count(connection, caller.userId);
    if (!count)
        return fail(count.error());
    Page listed{.scheduled = {}, .totalCount = *count};
    for (rows::Row &row : *found)
        listed.scheduled.append(std::move(row.scheduled));
    return listed;
}

Result<ScheduledMessage> ScheduledMessagesService::get(security::Principal caller, ScheduledId id)
{
    auto row = ownRow(m_database.reader(), caller.userId, id);
    if (!row)
        return fail(std::move(row.error()));
    return std::move(row->scheduled);
}

QCoro::Task<Result<ScheduledMessagesService::Scheduled>> ScheduledMessagesService::create(security::Principal caller,
                                                                                          NewScheduled draft)
{
    auto job = [this, caller, draft = std::move(draft)](WriteTransaction &transaction) {
        return insert(transaction, caller, draft);
    };
    co_return co_await m_database.write(std::move(job));
}

Result<ScheduledMessagesService::Scheduled> ScheduledMessagesService::insert(WriteTransaction &transaction,
                                                                             const security::Principal &caller,
                                                                             const NewScheduled &draft)
{
    Connection &connection = transaction.connection();
    const protocol::NewMessage &message = draft.message;
    const auto access = memberChannel(connection, message.channel, caller);
    if (!access)
        return fail(access.error());
    if (message.clientMessageId) {
        auto first = rows::findByClientId(connection, caller.userId, *message.clientMessageId);
        if (!first)
            return fail(std::move(first.error()));
        if (*first)
            return Scheduled{.scheduled = std::move((*first)->scheduled), .isNew = false};
    }
    if (auto checked = checkTime(draft.sendAt); !checked)
        return fail(std::move(checked.error()));
    if (auto checked = checkReferences(connection, access->id, message.replyTo, message.threadId); !checked)
        return fail(std::move(checked.error()));
    const auto count = rows::count(connection, caller.userId);
    if (!count)
        return fail(count.error());
    if (*count >= kMaxWaiting)
        return fail({.code = ErrorCode::Conflict,
                     .message = u"There are as many scheduled messages as fit"_s,
                     .details = {{"limit"_L1, kMaxWaiting}}});
    ScheduledMessage scheduled{.id = m_database.ids().next<ScheduledId>(),
                               .channelId = access->id,
                               .content = message.content,
                               .contentType = message.contentType,
                               .mentions = message.mentions,
                               .threadId = message.threadId,
                               .replyTo = message.replyTo,
                               .clientMessageId = message.clientMessageId,
                               .sendAt = draft.sendAt,
                               .createdAt = Timestamp::now()};
    if (auto inserted = rows::insert(connection, {.userId = caller.userId, .scheduled = scheduled}); !inserted)
        return fail(std::move(inserted.error()));
    transaction.afterCommit([this, moment = scheduled.sendAt] { m_scheduler.wakeAt(moment); });
    return Scheduled{.scheduled = std::move(scheduled), .isNew = true};
}

QCoro::Task<Result<ScheduledMessage>> ScheduledMessagesService::change(security::Principal caller, ScheduledId id,
                                                                       ScheduledChange change)
{
    auto job = [this, user = caller.userId, id, change = std::move(change)](WriteTransaction &transaction) {
        return applyChange(transaction, user, id, change);
    };
    co_return co_await m_database.write(std::move(job));
}

Result<ScheduledMessage> ScheduledMessagesService::applyChange(WriteTransaction &transaction, UserId caller,
                                                               ScheduledId id, const ScheduledChange &change)
{
    auto row = ownRow(transaction.connection(), caller, id);
    if (!row)
        return fail(std::move(row.error()));
    ScheduledMessage scheduled = std::move(row->scheduled);
    scheduled.content = change.content.value_or(scheduled.content);
    scheduled.contentType = change.contentType.value_or(scheduled.contentType);
    if (change.sendAt) {
        if (auto checked = checkTime(*change.sendAt); !checked)
            return fail(std::move(checked.error()));
        scheduled.sendAt = *change.sendAt;
        scheduled.failure.reset();
        transaction.afterCommit([this, moment = scheduled.sendAt] { m_scheduler.wakeAt(moment); });
    }
    if (auto updated = rows::update(transaction.connection(), scheduled); !updated)
        return fail(std::move(updated.error()));
    return scheduled;
}

QCoro::Task<Result<>> ScheduledMessagesService::cancel(security::Principal caller, ScheduledId id)
{
    auto job = [user = caller.userId, id](WriteTransaction &transaction) -> Result<> {
        const auto row = ownRow(transaction.connection(), user, id);
        if (!row)
            return fail(row.error());
        return rows::remove(transaction.connection(), id);
    };
    co_return co_await m_database.write(std::move(job));
}

std::optional<Timestamp> ScheduledMessagesService::sendDue()
{
    const Timestamp now = Timestamp::now();
    const auto next = rows::next(m_database.reader());
    if (!next)
        return now.plusSeconds(kRetrySeconds);
    if (!*next)
        return std::nullopt;
    if ((*next)->scheduled.sendAt > now)
        return (*next)->scheduled.sendAt;
    return send((*next)->scheduled.id) ? now : now.plusSeconds(kRetrySeconds);
}

bool ScheduledMessagesService::send(ScheduledId id)
{
    const Result<> posted = m_database.writeAndWait(
        [this, id](WriteTransaction &transaction) { return post(transaction, id); });
    if (posted)
        return true;
    if (!isFinal(posted.error().code))
        return false;
    const Result<> kept = m_database.writeAndWait([id, &posted](WriteTransaction &transaction) {
        return keepFailure(transaction.connection(), id, posted.error());
    });
    return kept.has_value();
}

Result<> ScheduledMessagesService::post(WriteTransaction &transaction, ScheduledId id)
{
    Connection &connection = transaction.connection();
    const auto row = rows::find(connection, id);
    if (!row)
        return fail(row.error());
    // Its author may have been faster.
    if (!*row || (*row)->scheduled.sendAt > Timestamp::now())
        return {};
    const UserId author = (*row)->userId;
    const auto active = store::members::activeUsers(connection, {author});
    if (!active)
        return fail(active.error());
    if (active->isEmpty())
        return fail(Error::forbidden(u"The account is not active"_s));
    const auto sent = m_messages.post(transaction, author, (*row)->scheduled.channelId, (*row)->scheduled.draft());
    if (!sent)
        return fail(sent.error());
    return rows::remove(connection, id);
}

} // namespace plexi::services
