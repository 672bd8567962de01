// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// By the StatusNotifierItem specification (freedesktop.org), as Plasma and others have it.
#include "app/notifications/tray.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QImage>
#include <QImageReader>
#include <QtEndian>

#include <array>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

const QString kWatcher = u"org.kde.StatusNotifierWatcher"_s;
const QString kWatcherPath = u"/StatusNotifierWatcher"_s;
const QString kItemPath = u"/StatusNotifierItem"_s;
/** Pixels a side; the panel takes the one that fits. */
constexpr std::array kSizes{16, 22, 24, 32, 48};

} // namespace

/** ARGB, in the network's order of bytes. */
struct TrayPixmap {
    int width = 0;
    int height = 0;
    QByteArray bytes;
};
using TrayPixmaps = QList<TrayPixmap>;

/** Icon name, pixmaps, title and text. */
struct TrayToolTip {
    QString title;
    QString text;
};

QDBusArgument &operator<<(QDBusArgument &argument, const TrayPixmap &pixmap)
{
    argument.beginStructure();
    argument << pixmap.width << pixmap.height << pixmap.bytes;
    argument.endStructure();
    return argument;
}

// The operators' form is Qt D-Bus's: nobody reads out of a temporary.
// NOLINTBEGIN(bugprone-return-const-ref-from-parameter)
const QDBusArgument &operator>>(const QDBusArgument &argument, TrayPixmap &pixmap)
{
    argument.beginStructure();
    argument >> pixmap.width >> pixmap.height >> pixmap.bytes;
    argument.endStructure();
    return argument;
}

QDBusArgument &operator<<(QDBusArgument &argument, const TrayToolTip &tip)
{
    argument.beginStructure();
    argument << QString() << TrayPixmaps() << tip.title << tip.text;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, TrayToolTip &tip)
{
    QString icon;
    TrayPixmaps pixmaps;
    argument.beginStructure();
    argument >> icon >> pixmaps >> tip.title >> tip.text;
    argument.endStructure();
    return argument;
}
// NOLINTEND(bugprone-return-const-ref-from-parameter)

namespace {

TrayPixmaps pixmapsOf(const QString &name)
{
    TrayPixmaps pixmaps;
    for (const int size : kSizes) {
        QImageReader reader(u":/plexichat/app/%1.svg"_s.arg(name));
        reader.setScaledSize({size, size});
        QImage image = reader.read().convertToFormat(QImage::Format_ARGB32);
        if (image.isNull())
            continue;
        TrayPixmap pixmap{.width = image.width(), .height = image.height(), .bytes = {}};
        pixmap.bytes.resize(image.sizeInBytes());
        qToBigEndian<quint32>(image.constBits(), image.sizeInBytes() / 4, pixmap.bytes.data());
        pixmaps.append(pixmap);
    }
    return pixmaps;
}

} // namespace

/** What the panel reads and calls. */
class StatusNotifierItem : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierItem")
    Q_PROPERTY(QString Category MEMBER m_category CONSTANT)
    Q_PROPERTY(QString Id MEMBER m_id CONSTANT)
    Q_PROPERTY(QString Title MEMBER m_title CONSTANT)
    Q_PROPERTY(QString Status READ status)
    Q_PROPERTY(QString IconName MEMBER m_none CONSTANT)
    Q_PROPERTY(plexi::app::TrayPixmaps IconPixmap READ pixmaps)
    Q_PROPERTY(plexi::app::TrayToolTip ToolTip READ toolTip)
    Q_PROPERTY(bool ItemIsMenu MEMBER m_isMenu CONSTANT)

public:
    /** @p onShown hears whether a panel shows it: no signal, since the bus would get that too. */
    StatusNotifierItem(Tray *tray, std::function<void(bool)> onShown) : m_tray(tray), m_onShown(std::move(onShown))
    {
        qDBusRegisterMetaType<TrayPixmap>();
        qDBusRegisterMetaType<TrayPixmaps>();
        qDBusRegisterMetaType<TrayToolTip>();
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected()
            || !bus.registerObject(kItemPath, this,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals
                                       | QDBusConnection::ExportAllProperties))
            return;
        bus.registerService(service());
        // A panel may come later, and come again.
        connect(&m_panels, &QDBusServiceWatcher::serviceRegistered, this, &StatusNotifierItem::announce);
        connect(&m_panels, &QDBusServiceWatcher::serviceUnregistered, this, [this] { m_onShown(false); });
        m_panels.setConnection(bus);
        m_panels.setWatchMode(QDBusServiceWatcher::WatchForRegistration | QDBusServiceWatcher::WatchForUnregistration);
        m_panels.addWatchedService(kWatcher);
        announce();
    }

    ~StatusNotifierItem() override
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        bus.unregisterObject(kItemPath);
        bus.unregisterService(service());
    }

    QString status() const { return m_mentions > 0 ? u"NeedsAttention"_s : u"Active"_s; }
    TrayPixmaps pixmaps() const { return pixmapsOf(m_mentions > 0 ? u"plexichat-unread"_s : u"plexichat"_s); }
    TrayToolTip toolTip() const
    {
        return {.title = m_title,
                .text = m_mentions > 0 ? Tray::tr("%n message(s) for you", nullptr, m_mentions) : QString()};
    }

    void setMentions(int mentions)
    {
        if (m_mentions == mentions)
            return;
        m_mentions = mentions;
        emit NewIcon();
        emit NewToolTip();
        emit NewStatus(status());
    }

public slots:
    // The names are the specification's.
    void Activate(int, int) { emit m_tray->activated(); }
    void SecondaryActivate(int, int) { emit m_tray->activated(); }
    void ContextMenu(int, int) { emit m_tray->activated(); }

signals:
    void NewIcon();
    void NewToolTip();
    void NewStatus(const QString &status);

private:
    static QString service() { return u"org.kde.StatusNotifierItem-%1-1"_s.arg(QCoreApplication::applicationPid()); }

    void announce()
    {
        QDBusMessage message = QDBusMessage::createMethodCall(kWatcher, kWatcherPath, kWatcher,
                                                              u"RegisterStatusNotifierItem"_s);
        message.setArguments({service()});
        message.setAutoStartService(false);
        auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
            m_onShown(!watcher->isError());
            watcher->deleteLater();
        });
    }

    Tray *m_tray;
    std::function<void(bool)> m_onShown;
    QDBusServiceWatcher m_panels;
    int m_mentions = 0;
    const QString m_category = u"Communications"_s;
    const QString m_id = u"plexichat"_s;
    const QString m_title = u"PlexiChat"_s;
    const QString m_none;
    const bool m_isMenu = false;
};

struct Tray::Desktop {
    Desktop(Tray *tray, std::function<void(bool)> onShown) : item(tray, std::move(onShown)) { }

    StatusNotifierItem item;
};

Tray::Tray(QObject *parent)
    : QObject(parent), m_desktop(std::make_unique<Desktop>(this, [this](bool isShown) { setShown(isShown); }))
{
}

Tray::~Tray() = default;

void Tray::setShown(bool isShown)
{
    if (m_isShown == isShown)
        return;
    m_isShown = isShown;
    emit shownChanged();
}

void Tray::setMentions(int mentions)
{
    m_desktop->item.setMentions(mentions);
}

} // namespace plexi::app

#include "tray_linux.moc"
