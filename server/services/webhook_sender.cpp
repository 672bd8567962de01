// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/webhook_sender.h"

#include "server/security/crypto.h"
#include "server/services/webhooks_service.h"
#include "shared/core/version.h"

#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSet>
#include <QTimer>

#include <atomic>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace webhooks = store::webhooks;
using outgoing::Answer;
using protocol::WebhookDelivery;
using store::WriteTransaction;

namespace {

Q_LOGGING_CATEGORY(lcWebhooks, "plexichat.webhooks")

constexpr int kGone = 410;
// Of those that have ended, for each webhook.
constexpr qint64 kKeptDeliveries = 500;
// Of an answer's body, which nobody reads.
constexpr qint64 kMaxAnswer = 4'096;
// A look without a reason, in case that one was missed. Milliseconds.
constexpr qint64 kLongestSleep = 60'000;

bool hasArrived(const Result<Answer> &answer)
{
    return answer && answer->status >= 200 && answer->status < 300;
}

std::optional<QString> faultOf(const Result<Answer> &answer)
{
    if (!answer)
        return answer.error().message;
    if (hasArrived(answer))
        return std::nullopt;
    return u"It was answered with status %1"_s.arg(answer->status);
}

} // namespace

QByteArray webhookSignature(const QByteArray &secret, Timestamp moment, const QByteArray &body)
{
    const QByteArray seconds = QByteArray::number(moment.seconds());
    return "t=" + seconds + ",v1=" + security::hmacSha256(secret, seconds + '.' + body).toHex();
}

/** What lives on the sender's thread. */
class WebhookSender::Worker final : public QObject
{
public:
    Worker(const Parts &parts, outgoing::OutgoingClient &client, Options options)
        : d(parts), m_client(client), m_options(std::move(options)), m_timer(this)
    {
        m_timer.setSingleShot(true);
        m_timer.callOnTimeout(this, [this] { look(); });
    }

    void wake()
    {
        if (!m_isWoken.exchange(true))
            QMetaObject::invokeMethod(this, [this] { look(); }, Qt::QueuedConnection);
    }

    /** On the thread: nothing new is begun; the thread ends with what is under way. */
    void end()
    {
        m_isEnding = true;
        m_timer.stop();
        if (m_running.isEmpty())
            thread()->quit();
    }

private:
    void look();
    Result<> begin();
    QCoro::Task<> attempt(webhooks::Target target, webhooks::Delivery delivery);
    outgoing::Request requestFor(const webhooks::Target &target, const webhooks::Delivery &delivery,
                                 const QByteArray &secret) const;
    Result<> record(WriteTransaction &transaction, const webhooks::Delivery &delivery, const Result<Answer> &answer);
    Result<> recordHealth(WriteTransaction &transaction, WebhookId id, const Result<Answer> &answer, Timestamp now);
    Timestamp nextAttempt(qint64 attempts, Timestamp now) const;
    void sleepUntilDue();

    const Parts d;
    outgoing::OutgoingClient &m_client;
    const Options m_options;
    QTimer m_timer;
    std::atomic<bool> m_isWoken = false;
    bool m_isEnding = false;
    QSet<DeliveryId> m_running;
    QHash<WebhookId, qsizetype> m_runningOf;
};

void WebhookSender::Worker::look()
{
    m_isWoken = false;
    if (m_isEnding)
        return;
    if (const auto begun = begin(); !begun)
        qCWarning(lcWebhooks).noquote() << "deliveries cannot be read:" << begun.error().message;
    sleepUntilDue();
}

Result<> WebhookSender::Worker::begin()
{
    store::Connection &connection = d.database.reader();
    const Timestamp now = m_options.clock();
    const auto targets = webhooks::due(connection, now);
    if (!targets)
        return fail(targets.error());
    for (const webhooks::Target &target : *targets) {
        const qsizetype room = std::min(m_options.perWebhook - m_runningOf.value(target.id),
                                        m_options.inAll - m_running.size());
        if (room <= 0)
            continue;
        // Those under way are among them.
        const auto waiting = webhooks::dueFor(connection, target.id, now, room + m_runningOf.value(target.id));
        if (!waiting)
            return fail(waiting.error());
        for (const webhooks::Delivery &delivery : *waiting) {
            if (m_running.contains(delivery.id) || m_runningOf.value(target.id) >= m_options.perWebhook)
                continue;
            m_running.insert(delivery.id);
            ++m_runningOf[target.id];
            attempt(target, delivery);
        }
    }
    return {};
}

outgoing::Request WebhookSender::Worker::requestFor(const webhooks::Target &target, const webhooks::Delivery &delivery,
                                                    const QByteArray &secret) const
{
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/json");
    headers.append(QHttpHeaders::WellKnownHeader::UserAgent, "PlexiChat-Webhook/"_L1 + QLatin1StringView(kVersion));
    headers.append("X-Plexichat-Delivery", delivery.id.toString());
    headers.append("X-Plexichat-Event", delivery.event);
    headers.append("X-Plexichat-Attempt", QString::number(delivery.attempts + 1));
    headers.append("X-Plexichat-Signature", webhookSignature(secret, m_options.clock(), delivery.payload));
    return {.url = target.url,
            .method = "POST",
            .headers = headers,
            .body = delivery.payload,
            .maxBytes = kMaxAnswer,
            .overflow = outgoing::Overflow::Truncate,
            .deadline = m_options.deadline,
            .maxRedirects = 0};
}

QCoro::Task<> WebhookSender::Worker::attempt(webhooks::Target target, webhooks::Delivery delivery)
{
    const auto secret = d.secrets.open(target.sealedSecret, WebhooksService::secretContext(target.id));
    Result<Answer> answer = fail(Error::internal(u"The webhook's secret cannot be read"_s));
    if (secret)
        answer = co_await m_client.send(requestFor(target, delivery, *secret));
    if (!m_isEnding) {
        auto job = [this, delivery, answer](WriteTransaction &transaction) {
            return record(transaction, delivery, answer);
        };
        const Result<> recorded = co_await d.database.write(std::move(job));
        if (!recorded)
            qCWarning(lcWebhooks).noquote() << "a delivery's end cannot be written:" << recorded.error().message;
    }
    m_running.remove(delivery.id);
    if (--m_runningOf[target.id] == 0)
        m_runningOf.remove(target.id);
    if (m_isEnding && m_running.isEmpty())
        thread()->quit();
    wake();
}

Timestamp WebhookSender::Worker::nextAttempt(qint64 attempts, Timestamp now) const
{
    const qint64 doublings = std::min<qint64>(attempts, 30);
    const qint64 pause = std::min(m_options.firstPause << doublings, m_options.greatestPause);
    // A fifth more or less: those that failed together do not come back together.
    return {now.ms + pause * (800 + QRandomGenerator::global()->bounded(401))};
}

Result<> WebhookSender::Worker::record(WriteTransaction &transaction, const webhooks::Delivery &delivery,
                                       const Result<Answer> &answer)
{
    store::Connection &connection = transaction.connection();
    const Timestamp now = m_options.clock();
    using enum WebhookDelivery::State;
    const bool isLast = delivery.attempts + 1 >= m_options.maxAttempts;
    const webhooks::Outcome outcome{.state = hasArrived(answer) ? Delivered
                                        : isLast                ? GivenUp
                                                                : Waiting,
                                    .at = now,
                                    .nextAttemptAt = nextAttempt(delivery.attempts, now),
                                    .responseStatus = answer ? std::optional(answer->status) : std::nullopt,
                                    .fault = faultOf(answer)};
    if (auto stored = webhooks::recordAttempt(connection, delivery.id, outcome); !stored)
        return stored;
    if (auto healthy = recordHealth(transaction, delivery.webhookId, answer, now); !healthy)
        return healthy;
    return webhooks::forgetOld(connection, delivery.webhookId, kKeptDeliveries);
}

Result<> WebhookSender::Worker::recordHealth(WriteTransaction &transaction, WebhookId id, const Result<Answer> &answer,
                                             Timestamp now)
{
    store::Connection &connection = transaction.connection();
    const auto found = webhooks::find(connection, id);
    if (!found)
        return fail(found.error());
    // Deleted or stopped meanwhile.
    if (!*found || !(*found)->isActive)
        return {};
    protocol::Webhook webhook = **found;
    if (hasArrived(answer)) {
        if (!webhook.failingSince)
            return {};
        webhook.failingSince = std::nullopt;
        return webhooks::update(connection, webhook);
    }
    webhook.failingSince = webhook.failingSince.value_or(now);
    const auto waiting = webhooks::countWaiting(connection, id);
    if (!waiting)
        return fail(waiting.error());
    const bool isGone = answer && answer->status == kGone;
    if (!isGone && now < webhook.failingSince->plusSeconds(m_options.patience) && *waiting <= m_options.maxWaiting)
        return webhooks::update(connection, webhook);
    webhook.isActive = false;
    webhook.disabledAt = now;
    if (auto stored = webhooks::update(connection, webhook); !stored)
        return stored;
    if (auto left = webhooks::giveUpAll(connection, id, now); !left)
        return left;
    if (auto told = d.audit.record(transaction, {}, audit_action::kWebhookDisabled, id,
                                   isGone ? u"gone"_s : u"failing"_s);
        !told)
        return told;
    return d.outbox.refresh(transaction);
}

void WebhookSender::Worker::sleepUntilDue()
{
    const Timestamp now = m_options.clock();
    const auto next = webhooks::nextDue(d.database.reader(), now);
    qint64 sleep = kLongestSleep;
    if (next && *next)
        sleep = std::clamp<qint64>((*next)->ms - now.ms, 1, kLongestSleep);
    m_timer.start(std::chrono::milliseconds(sleep));
}

WebhookSender::WebhookSender(const Parts &parts, std::unique_ptr<outgoing::OutgoingClient> client, Options options)
    : m_client(std::move(client)), m_worker(std::make_unique<Worker>(parts, *m_client, std::move(options)))
{
    m_thread.setObjectName("webhooks"_L1);
    m_worker->moveToThread(&m_thread);
}

WebhookSender::~WebhookSender()
{
    stop();
}

void WebhookSender::start()
{
    m_thread.start();
    wake();
}

void WebhookSender::stop()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(m_worker.get(), [this] { m_worker->end(); }, Qt::BlockingQueuedConnection);
    // Ends what is under way, so that the worker is done at once.
    m_client.reset();
    m_thread.wait();
}

void WebhookSender::wake()
{
    m_worker->wake();
}

} // namespace plexi::services
