// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/link_previews_service.h"

#include "server/services/channel_access.h"
#include "server/services/html_head.h"
#include "server/services/links.h"
#include "server/services/message_access.h"
#include "server/store/messages_store.h"

#include <QElapsedTimer>
#include <QHash>
#include <QQueue>

using namespace Qt::StringLiterals;

namespace plexi::services {

using protocol::LinkPreview;
using protocol::Message;
using store::WriteTransaction;

namespace {

// Heads are at the beginning; what comes later is not read.
constexpr qint64 kMaxPage = 512 << 10;
constexpr qint64 kWindow = 60'000;

bool isPage(const outgoing::Answer &answer)
{
    const QByteArray type = answer.headers.value(QHttpHeaders::WellKnownHeader::ContentType).toByteArray().toLower();
    return answer.status == 200 && (type.startsWith("text/html") || type.startsWith("application/xhtml+xml"));
}

/** Not in the middle of a character. */
QString shortened(const QString &text, qsizetype size)
{
    QString start = text.left(size);
    if (start.size() == size && start.back().isHighSurrogate())
        start.chop(1);
    return start;
}

/** Nothing where the page does not say what it is. */
std::optional<LinkPreview> previewOf(const QString &link, const outgoing::Answer &answer)
{
    if (!isPage(answer))
        return std::nullopt;
    const QByteArray type = answer.headers.value(QHttpHeaders::WellKnownHeader::ContentType).toByteArray();
    const HtmlHead head = readHtmlHead(answer.body, type, answer.url);
    if (head.title.isEmpty())
        return std::nullopt;
    LinkPreview preview{
        .url = link,
        .title = shortened(head.title, LinkPreview::kMaxTitle),
        .description = shortened(head.description, LinkPreview::kMaxDescription),
        .siteName = shortened(head.siteName.isEmpty() ? answer.url.host() : head.siteName, LinkPreview::kMaxSiteName)};
    const QString image = head.image.toString(QUrl::FullyEncoded);
    if (!image.isEmpty() && image.size() <= LinkPreview::kMaxUrl)
        preview.imageUrl = image;
    return preview;
}

} // namespace

/** What happens on the thread. */
class LinkPreviewsService::Worker final : public QObject
{
public:
    Worker(store::Database &database, realtime::EventPublisher &publisher, outgoing::OutgoingClient &client,
           const Options &options)
        : m_database(database), m_publisher(publisher), m_client(client), m_options(options)
    {
    }

    struct Job {
        MessageId message;
        ChannelId channel;
        UserId author;
        QString content;
        QStringList links;
    };

    void add(Job job)
    {
        if (!m_minute.isValid() || m_minute.hasExpired(kWindow)) {
            m_minute.start();
            m_thisMinute.clear();
        }
        const auto waitsFor = std::ranges::count(m_waiting, job.author, &Job::author);
        if (m_isStopping || m_waiting.size() >= m_options.maxWaiting || waitsFor >= m_options.maxWaitingPerPerson
            || m_thisMinute[job.author] >= m_options.maxPerMinute)
            return;
        ++m_thisMinute[job.author];
        m_waiting.append(std::move(job));
        startNext();
    }

    void stop()
    {
        m_isStopping = true;
        m_waiting.clear();
        if (m_running == 0)
            thread()->quit();
    }

private:
    void startNext()
    {
        while (m_running < m_options.running && !m_waiting.isEmpty()) {
            ++m_running;
            look(m_waiting.dequeue());
        }
    }

    QCoro::Task<> look(Job job)
    {
        QList<LinkPreview> previews;
        for (const QString &link : job.links) {
            QHttpHeaders headers;
            headers.append(QHttpHeaders::WellKnownHeader::Accept, "text/html,application/xhtml+xml");
            outgoing::Request request{.url = QUrl(link),
                                      .headers = std::move(headers),
                                      .maxBytes = kMaxPage,
                                      .overflow = outgoing::Overflow::Truncate,
                                      .deadline = m_options.deadline};
            const Result<outgoing::Answer> answer = co_await m_client.send(std::move(request));
            if (const auto preview = answer ? previewOf(link, *answer) : std::nullopt)
                previews.append(*preview);
        }
        if (!previews.isEmpty()) {
            auto write = [this, job, previews](WriteTransaction &transaction) {
                return keep(transaction, job, previews);
            };
            // The message may be gone, or its channel archived: then there is nothing to add to.
            (void)co_await m_database.write(std::move(write));
        }
        --m_running;
        if (m_isStopping && m_running == 0)
            thread()->quit();
        else
            startNext();
    }

    /** On the writer's thread. Nothing where the message says something else by now: that is looked at by itself. */
    Result<> keep(WriteTransaction &transaction, const Job &job, const QList<LinkPreview> &previews) const
    {
        store::Connection &connection = transaction.connection();
        auto found = store::messages::findIn(connection, job.channel, job.message);
        if (!found)
            return fail(found.error());
        if (!*found || (*found)->content != job.content || (*found)->linkPreviews == previews)
            return {};
        Message message = std::move(**found);
        const auto seq = stampMessage(connection, message);
        if (!seq)
            return fail(seq.error());
        message.seq = *seq;
        message.linkPreviews = previews;
        if (auto kept = store::messages::setLinkPreviews(connection, message.id, previews); !kept)
            return kept;
        publishAfterCommit(transaction, m_publisher,
                           {.event = protocol::MessageUpdated{message},
                            .audience = realtime::ChannelAudience{.channelId = message.channelId}});
        return {};
    }

    store::Database &m_database;
    realtime::EventPublisher &m_publisher;
    outgoing::OutgoingClient &m_client;
    const Options m_options;
    QQueue<Job> m_waiting;
    int m_running = 0;
    bool m_isStopping = false;
    QElapsedTimer m_minute;
    QHash<UserId, int> m_thisMinute;
};

LinkPreviewsService::LinkPreviewsService(store::Database &database, realtime::EventPublisher &publisher,
                                         outgoing::OutgoingClient &client, const Options &options)
    : m_worker(std::make_unique<Worker>(database, publisher, client, options))
{
    m_thread.setObjectName(u"link-previews"_s);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

LinkPreviewsService::~LinkPreviewsService()
{
    stop();
}

void LinkPreviewsService::stop()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get()] { worker->stop(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void LinkPreviewsService::consider(const Message &message)
{
    if (message.isDeleted || !message.linkPreviews.isEmpty())
        return;
    Worker::Job job{.message = message.id,
                    .channel = message.channelId,
                    .author = message.userId,
                    .content = message.content,
                    .links = linksIn(message.content, LinkPreview::kMaxCount)};
    if (job.links.isEmpty())
        return;
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), job = std::move(job)]() mutable { worker->add(std::move(job)); },
        Qt::QueuedConnection);
}

} // namespace plexi::services
