// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The icon in a panel, on a D-Bus of its own.
#include "app/notifications/tray.h"
#include "tests/app/support/keyring.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;

/** The panel's side of the StatusNotifierItem specification. */
class Panel : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")

public:
    QStringList items;

public slots:
    void RegisterStatusNotifierItem(const QString &service) { items.append(service); }
};

class TrayTest : public QObject
{
    Q_OBJECT

    test::Keyring m_bus;
    Panel m_panel;
    std::unique_ptr<Tray> m_tray;

    static QDBusConnection panel() { return QDBusConnection(u"panel"_s); }

    /** The answer comes from this thread: waiting for it must not stop the events. */
    QVariant ask(const QDBusMessage &message)
    {
        QDBusPendingCallWatcher call(panel().asyncCall(message));
        QSignalSpy done(&call, &QDBusPendingCallWatcher::finished);
        if (!done.wait())
            return {};
        const QVariant first = call.reply().arguments().value(0);
        return first.canConvert<QDBusVariant>() ? first.value<QDBusVariant>().variant() : first;
    }

    QVariant property(const QString &name)
    {
        QDBusMessage message = QDBusMessage::createMethodCall(m_panel.items.value(0), u"/StatusNotifierItem"_s,
                                                              u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
        message.setArguments({u"org.kde.StatusNotifierItem"_s, name});
        return ask(message);
    }

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
            QSKIP("There is no dbus-daemon here");
        QVERIFY(m_bus.startBus());
        QVERIFY(QDBusConnection::connectToBus(QString::fromLocal8Bit(qgetenv("DBUS_SESSION_BUS_ADDRESS")), u"panel"_s)
                    .isConnected());
        m_tray = std::make_unique<Tray>();
        // The panel comes after the program.
        QVERIFY(panel().registerObject(u"/StatusNotifierWatcher"_s, &m_panel, QDBusConnection::ExportAllSlots));
        QVERIFY(panel().registerService(u"org.kde.StatusNotifierWatcher"_s));
        QTRY_COMPARE(m_panel.items.size(), 1);
    }

    void cleanupTestCase()
    {
        m_tray.reset();
        QDBusConnection::disconnectFromBus(u"panel"_s);
    }

    void showsWhatWaits()
    {
        QCOMPARE(property(u"Id"_s).toString(), u"plexichat"_s);
        QCOMPARE(property(u"Status"_s).toString(), u"Active"_s);
        const auto pictures = [this] {
            QByteArray all;
            const auto argument = property(u"IconPixmap"_s).value<QDBusArgument>();
            for (argument.beginArray(); !argument.atEnd();) {
                int width = 0;
                int height = 0;
                QByteArray bytes;
                argument.beginStructure();
                argument >> width >> height >> bytes;
                argument.endStructure();
                if (bytes.size() != qsizetype(4) * width * height)
                    return QByteArray();
                all += bytes;
            }
            return all;
        };
        const QByteArray quiet = pictures();
        QVERIFY(!quiet.isEmpty());
        m_tray->setMentions(3);
        QCOMPARE(property(u"Status"_s).toString(), u"NeedsAttention"_s);
        QVERIFY(pictures() != quiet);
        m_tray->setMentions(0);
        QCOMPARE(pictures(), quiet);
    }

    void knowsWhetherItIsShown()
    {
        QTRY_VERIFY(m_tray->isShown());
        QVERIFY(panel().unregisterService(u"org.kde.StatusNotifierWatcher"_s));
        QTRY_VERIFY(!m_tray->isShown());
        QVERIFY(panel().registerService(u"org.kde.StatusNotifierWatcher"_s));
        QTRY_VERIFY(m_tray->isShown());
    }

    void leadsToTheWindow()
    {
        QSignalSpy activated(m_tray.get(), &Tray::activated);
        QDBusMessage message = QDBusMessage::createMethodCall(m_panel.items.value(0), u"/StatusNotifierItem"_s,
                                                              u"org.kde.StatusNotifierItem"_s, u"Activate"_s);
        message.setArguments({0, 0});
        ask(message);
        QCOMPARE(activated.size(), 1);
    }
};

QTEST_MAIN(TrayTest)
#include "tray_test.moc"
