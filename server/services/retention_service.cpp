// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/retention_service.h"

#include "server/services/channel_access.h"

#include <QDeadlineTimer>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace retention = store::retention;
using protocol::Channel;
using store::WriteTransaction;

namespace {

Q_LOGGING_CATEGORY(lcRetention, "plexichat.retention")

constexpr qint64 kDayMs = 86'400'000;
// Messages looked at in one read.
constexpr qint64 kWalk = 1'000;

QString daysName(std::optional<qint64> days)
{
    if (!days)
        return u"default"_s;
    return *days == 0 ? u"forever"_s : QString::number(*days);
}

} // namespace

RetentionService::RetentionService(store::Database &database, realtime::EventPublisher &publisher,
                                   const AuditService &audit, Options options)
    : m_database(database), m_publisher(publisher), m_audit(audit), m_options(std::move(options))
{
}

RetentionService::~RetentionService()
{
    stop();
}

void RetentionService::start()
{
    Q_ASSERT(!m_thread);
    m_thread.reset(QThread::create([this] {
        do {
            if (const auto done = run(); !done)
                qCWarning(lcRetention).noquote() << "old messages could not be removed:" << done.error().message;
        } while (rest(m_options.interval, true));
    }));
    m_thread->setObjectName("retention"_L1);
    m_thread->start();
}

void RetentionService::stop()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_isStopping = true;
        m_condition.wakeAll();
    }
    if (m_thread)
        m_thread->wait();
    m_thread.reset();
}

void RetentionService::wake()
{
    const QMutexLocker lock(&m_mutex);
    m_isWoken = true;
    m_condition.wakeAll();
}

bool RetentionService::rest(int milliseconds, bool mayBeWoken)
{
    const QDeadlineTimer deadline(milliseconds);
    const QMutexLocker lock(&m_mutex);
    while (!m_isStopping && !(mayBeWoken && m_isWoken)) {
        if (!m_condition.wait(&m_mutex, deadline))
            break;
    }
    if (mayBeWoken)
        m_isWoken = false;
    return !m_isStopping;
}

QCoro::Task<Result<Channel>> RetentionService::setDays(security::Principal caller, QString channel,
                                                       protocol::RetentionChange change)
{
    auto job = [this, caller, channel, days = change.days](WriteTransaction &transaction) {
        return applyDays(transaction, caller, channel, days);
    };
    co_return co_await m_database.write(std::move(job));
}

Result<Channel> RetentionService::applyDays(WriteTransaction &transaction, const security::Principal &caller,
                                            const QString &channel, std::optional<qint64> days)
{
    store::Connection &connection = transaction.connection();
    const auto access = managedChannel(connection, channel, caller);
    if (!access)
        return fail(access.error());
    auto before = viewedChannel(connection, access->id, caller.userId);
    if (!before || before->retentionDays == days)
        return before;
    if (auto set = retention::setDays(connection, access->id, days); !set)
        return fail(std::move(set.error()));
    if (auto told = m_audit.record(transaction, AuditOrigin::of(caller), audit_action::kRetentionChanged, access->id,
                                   daysName(days));
        !told)
        return fail(std::move(told.error()));
    if (auto published = publish(transaction, access->id); !published)
        return fail(std::move(published.error()));
    transaction.afterCommit([this] { wake(); });
    return viewedChannel(connection, access->id, caller.userId);
}

Result<> RetentionService::publish(WriteTransaction &transaction, ChannelId id)
{
    store::Connection &connection = transaction.connection();
    auto channel = store::channels::findForEvent(connection, id);
    if (!channel)
        return fail(std::move(channel.error()));
    if (!*channel)
        return fail(Error::notFound(u"Channel"));
    auto audience = audienceOf(connection, **channel);
    if (!audience)
        return fail(std::move(audience.error()));
    publishAfterCommit(transaction, m_publisher,
                       {.event = protocol::ChannelUpdated{std::move(**channel)}, .audience = std::move(*audience)});
    return {};
}

Result<> RetentionService::run()
{
    const auto policies = retention::policies(m_database.reader(), m_options.defaultDays);
    if (!policies)
        return fail(policies.error());
    for (const retention::Policy &policy : *policies) {
        if (auto done = runFor(policy); !done)
            return done;
        if (!rest(0, false))
            break;
    }
    return {};
}

Result<> RetentionService::runFor(retention::Policy policy)
{
    const auto through = newestOld(policy);
    if (!through)
        return fail(through.error());
    if (!through->isNull()) {
        if (auto announced = announce(policy.channelId, *through); !announced)
            return announced;
    }
    bool isDone = false;
    while (!isDone) {
        const auto removed = m_database.writeAndWait([&](WriteTransaction &transaction) {
            return retention::removeSome(transaction.connection(), policy.channelId, m_options.step);
        });
        if (!removed)
            return fail(removed.error());
        isDone = *removed;
        if (!isDone && !rest(m_options.pause, false))
            break;
    }
    return {};
}

Result<MessageId> RetentionService::newestOld(const retention::Policy &policy)
{
    if (policy.days == 0)
        return MessageId();
    // By whole days, so that a channel says so once a day at most.
    const qint64 today = m_options.clock().ms / kDayMs;
    const Timestamp moment{(today - policy.days) * kDayMs};
    MessageId newest;
    retention::Walk walk{.oldThrough = policy.expiredThrough, .goesOn = true};
    while (walk.goesOn) {
        const auto next = retention::walk(m_database.reader(), policy.channelId, walk.oldThrough, moment, kWalk);
        if (!next)
            return fail(next.error());
        walk = *next;
        if (!walk.oldThrough.isNull())
            newest = walk.oldThrough;
    }
    return newest;
}

Result<> RetentionService::announce(ChannelId channel, MessageId through)
{
    return m_database.writeAndWait([&](WriteTransaction &transaction) -> Result<> {
        const auto expired = retention::expire(transaction.connection(), channel, through);
        if (!expired)
            return fail(expired.error());
        if (!*expired)
            return {};
        if (auto told = m_audit.record(transaction, {}, audit_action::kMessagesExpired, channel, through.toString());
            !told)
            return told;
        return publish(transaction, channel);
    });
}

} // namespace plexi::services
