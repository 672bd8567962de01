// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications on a D-Bus of their own, before a desktop that remembers them.
#include "app/notifications/notifier.h"
#include "tests/app/support/keyring.h"

#include <QDBusConnection>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;

/** The service of the Desktop Notifications Specification 1.2. */
class Desk : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        uint replaces = 0;
        QString title;
        QString text;
        QStringList actions;
    };
    QList<Shown> shown;
    QList<uint> closed;
    uint last = 0;

public slots:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &, int)
    {
        shown.append({.replaces = replaces, .title = title, .text = text, .actions = actions});
        return replaces != 0 ? replaces : ++last;
    }
    void CloseNotification(uint id) { closed.append(id); }
    QStringList GetCapabilities() { return {u"actions"_s, u"body"_s, u"inline-reply"_s}; }

signals:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
    void NotificationReplied(uint id, const QString &text);
};

class NotifierTest : public QObject
{
    Q_OBJECT

    test::Keyring m_bus;
    Desk m_desk;
    std::unique_ptr<Notifier> m_notifier;

    static constexpr ChannelId kGeneral{10};
    static constexpr ChannelId kQuiet{11};
    static constexpr ChannelId kFresh{12};
    static constexpr ChannelId kQuick{13};

    static Notice notice(ChannelId channel, const QString &title, const QString &text = u"words"_s)
    {
        return {.channel = channel, .title = title, .text = text};
    }

    void show(const Notice &shown)
    {
        const qsizetype before = m_desk.shown.size();
        m_notifier->show(shown);
        QTRY_COMPARE(m_desk.shown.size(), before + 1);
    }

    /** Shows a second one, which comes with the name of the first: 0 where it does not. */
    uint nameOf(ChannelId channel)
    {
        show(notice(channel, u"first"_s));
        show(notice(channel, u"second"_s));
        return m_desk.shown.last().replaces;
    }

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
            QSKIP("There is no dbus-daemon here");
        QVERIFY(m_bus.startBus());
        QDBusConnection desk = QDBusConnection::connectToBus(
            QString::fromLocal8Bit(qgetenv("DBUS_SESSION_BUS_ADDRESS")), u"desk"_s);
        QVERIFY(desk.isConnected());
        QVERIFY(desk.registerObject(u"/org/freedesktop/Notifications"_s, &m_desk,
                                    QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(desk.registerService(u"org.freedesktop.Notifications"_s));
        m_notifier = std::make_unique<Notifier>();
    }

    void cleanupTestCase()
    {
        m_notifier.reset();
        QDBusConnection::disconnectFromBus(u"desk"_s);
    }

    void saysWhatWasWritten()
    {
        show(notice(kGeneral, u"Ann in #general"_s, u"<b>a & b</b>"_s));
        QCOMPARE(m_desk.shown.last().title, u"Ann in #general"_s);
        QCOMPARE(m_desk.shown.last().text, u"&lt;b&gt;a &amp; b&lt;/b&gt;"_s);
        QVERIFY(m_desk.shown.last().actions.contains(u"mark-read"_s));
    }

    void oneForEachChannel()
    {
        const uint general = nameOf(kGeneral);
        QVERIFY(general != 0);
        show(notice(kQuiet, u"Bob in #quiet"_s));
        QCOMPARE(m_desk.shown.last().replaces, 0U);
        show(notice(kGeneral, u"Ann in #general"_s));
        QCOMPARE(m_desk.shown.last().replaces, general);
    }

    void theNewestOfManyShows()
    {
        for (const QString &title : {u"one"_s, u"two"_s, u"three"_s})
            m_notifier->show(notice(kGeneral, title));
        QTRY_COMPARE(m_desk.shown.last().title, u"three"_s);
        QVERIFY(m_desk.shown.last().replaces != 0);
    }

    void tellsWhatThePersonWants()
    {
        const uint quiet = nameOf(kQuiet);
        QSignalSpy opened(m_notifier.get(), &Notifier::activated);
        QSignalSpy read(m_notifier.get(), &Notifier::markReadRequested);
        emit m_desk.ActionInvoked(quiet, u"default"_s);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<ChannelId>(), kQuiet);
        emit m_desk.ActionInvoked(quiet, u"mark-read"_s);
        QTRY_COMPARE(read.size(), 1);
        emit m_desk.ActionInvoked(4711, u"default"_s);
        emit m_desk.ActionInvoked(quiet, u"default"_s);
        QTRY_COMPARE(opened.size(), 2);
    }

    void takesAnAnswer()
    {
        const uint quiet = nameOf(kQuiet);
        QVERIFY(m_desk.shown.last().actions.contains(u"inline-reply"_s));
        QSignalSpy replied(m_notifier.get(), &Notifier::replied);
        emit m_desk.NotificationReplied(quiet, u"on my way"_s);
        QTRY_COMPARE(replied.size(), 1);
        QCOMPARE(replied.first().first().value<ChannelId>(), kQuiet);
        QCOMPARE(replied.first().last().toString(), u"on my way"_s);
    }

    void withdrawsWhatIsRead()
    {
        const uint general = nameOf(kGeneral);
        QVERIFY(general != 0);
        m_notifier->withdraw(kGeneral);
        QTRY_COMPARE(m_desk.closed, QList<uint>{general});
        show(notice(kGeneral, u"new"_s));
        QCOMPARE(m_desk.shown.last().replaces, 0U);
    }

    /** Read in the moment it was to be shown, when the desktop has not named it yet. */
    void withdrawsWhatIsNotNamedYet()
    {
        m_desk.closed.clear();
        const qsizetype before = m_desk.shown.size();
        m_notifier->show(notice(kFresh, u"first"_s));
        m_notifier->show(notice(kFresh, u"second"_s));
        m_notifier->withdraw(kFresh);
        QTRY_COMPARE(m_desk.closed, QList<uint>{m_desk.last});
        QCOMPARE(m_desk.shown.size(), before + 1);
        show(notice(kFresh, u"new"_s));
        QCOMPARE(m_desk.shown.last().title, u"new"_s);
        QCOMPARE(m_desk.shown.last().replaces, 0U);
    }

    /** Read, and written in again, before the desktop answers: the new one is shown, and stays. */
    void showsWhatComesAfterTheWithdrawal()
    {
        m_desk.closed.clear();
        const qsizetype before = m_desk.shown.size();
        m_notifier->show(notice(kQuick, u"read"_s));
        m_notifier->withdraw(kQuick);
        m_notifier->show(notice(kQuick, u"unread"_s));
        QTRY_COMPARE(m_desk.shown.size(), before + 2);
        QCOMPARE(m_desk.shown.last().title, u"unread"_s);
        QCOMPARE(m_desk.shown.last().replaces, 0U);
        QCOMPARE(m_desk.closed, QList<uint>{m_desk.last - 1});
    }
};

QTEST_GUILESS_MAIN(NotifierTest)
#include "notifier_test.moc"
