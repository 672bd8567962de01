// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// By the Desktop Notifications Specification 1.2 (org.freedesktop.Notifications).
#include "app/notifications/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

const QString kService = u"org.freedesktop.Notifications"_s;
const QString kPath = u"/org/freedesktop/Notifications"_s;
const QString kOpenAction = u"default"_s;
const QString kReadAction = u"mark-read"_s;
/** Plasma's, and of others after it: the desktop shows a field, and tells what was written by NotificationReplied. */
const QString kReplyAction = u"inline-reply"_s;
/** The desktop decides how long it stays. */
constexpr int kTimeout = -1;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

} // namespace

/** Shows notifications and hears what becomes of them. D-Bus finds its slots by their signatures. */
class DesktopNotifications : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotifications(Notifier *notifier) : m_notifier(notifier)
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        bus.connect(kService, kPath, kService, u"ActionInvoked"_s, this, SLOT(onAction(uint, QString)));
        bus.connect(kService, kPath, kService, u"NotificationClosed"_s, this, SLOT(onClosed(uint, uint)));
        bus.connect(kService, kPath, kService, u"NotificationReplied"_s, this, SLOT(onReplied(uint, QString)));
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call(u"GetCapabilities"_s)), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
            const QDBusPendingReply<QStringList> reply = *watcher;
            m_canReply = reply.isValid() && reply.value().contains(kReplyAction);
            watcher->deleteLater();
        });
    }

    void show(const Notice &notice)
    {
        // Until the desktop has named the one before, this one could not take its place.
        if (m_asked.contains(notice.channel)) {
            m_next.insert(notice.channel, notice);
            return;
        }
        m_asked.insert(notice.channel);
        QStringList actions{kOpenAction, Notifier::tr("Open"), kReadAction, Notifier::tr("Mark as read")};
        if (m_canReply)
            actions += {kReplyAction, Notifier::tr("Reply")};
        const QVariantMap hints{{u"desktop-entry"_s, u"plexichat"_s}, {u"category"_s, u"im.received"_s}};
        QDBusMessage message = call(u"Notify"_s);
        // Bodies may have markup; what people wrote is none.
        message.setArguments({u"PlexiChat"_s, m_shown.value(notice.channel), u"plexichat"_s, notice.title,
                              notice.text.toHtmlEscaped(), actions, hints, kTimeout});
        auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, channel = notice.channel] {
            const QDBusPendingReply<uint> reply = *watcher;
            if (reply.isValid())
                m_shown.insert(channel, reply.value());
            m_asked.remove(channel);
            watcher->deleteLater();
            if (m_readMeanwhile.remove(channel))
                close(channel);
            if (const auto next = m_next.constFind(channel); next != m_next.constEnd())
                show(m_next.take(channel));
        });
    }

    void withdraw(ChannelId channel)
    {
        m_next.remove(channel);
        // Until the desktop has named it, it cannot be closed.
        if (m_asked.contains(channel))
            m_readMeanwhile.insert(channel);
        else
            close(channel);
    }

public slots:
    void onAction(uint id, const QString &action)
    {
        const ChannelId channel = m_shown.key(id);
        if (channel.isNull())
            return;
        if (action == kReadAction)
            emit m_notifier->markReadRequested(channel);
        else
            emit m_notifier->activated(channel);
    }

    void onReplied(uint id, const QString &text)
    {
        if (const ChannelId channel = m_shown.key(id); !channel.isNull())
            emit m_notifier->replied(channel, text);
    }

    void onClosed(uint id, uint) { m_shown.remove(m_shown.key(id)); }

private:
    void close(ChannelId channel)
    {
        const uint id = m_shown.take(channel);
        if (id == 0)
            return;
        QDBusMessage message = call(u"CloseNotification"_s);
        message.setArguments({id});
        QDBusConnection::sessionBus().asyncCall(message);
    }

    Notifier *m_notifier;
    QHash<ChannelId, uint> m_shown;
    bool m_canReply = false;
    /** The desktop was asked to show one of these, and has not answered. */
    QSet<ChannelId> m_asked;
    /** Those of `m_asked` that were withdrawn before the answer. */
    QSet<ChannelId> m_readMeanwhile;
    QHash<ChannelId, Notice> m_next;
};

struct Notifier::Desktop {
    explicit Desktop(Notifier *notifier) : notifications(notifier) { }

    DesktopNotifications notifications;
};

Notifier::Notifier(QObject *parent) : QObject(parent), m_desktop(std::make_unique<Desktop>(this)) { }
Notifier::~Notifier() = default;

void Notifier::show(const Notice &notice)
{
    m_desktop->notifications.show(notice);
}

void Notifier::withdraw(ChannelId channel)
{
    m_desktop->notifications.withdraw(channel);
}

} // namespace plexi::app

#include "notifier_linux.moc"
