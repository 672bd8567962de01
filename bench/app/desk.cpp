// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/app/desk.h"

#include "bench/failure.h"
#include "qml/support/icon_provider.h"
#include "qml/support/server_image_provider.h"

#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace plexi::bench {

namespace {

constexpr double kPatience = 60'000;

QQuickItem *findItem(QQuickItem *item, const std::function<bool(QQuickItem *)> &matches)
{
    if (matches(item))
        return item;
    for (QQuickItem *child : item->childItems()) {
        if (QQuickItem *found = child->isVisible() ? findItem(child, matches) : nullptr)
            return found;
    }
    return nullptr;
}

bool isReady(const app::Session *session)
{
    return session->line() == app::Session::Online && session->channelsState() == app::Session::Ready;
}

} // namespace

Desk::Desk() : m_application(std::make_unique<app::Application>(app::ProfilePaths::forProfile(u"bench"_s)))
{
    m_clock.start();
    m_application->settings()->setTokenChoice(app::AppSettings::TokenChoice::File);
}

Desk::~Desk()
{
    m_engine.reset();
    m_application->quit();
}

void Desk::signIn(const QStringList &addresses)
{
    app::WelcomeController *welcome = m_application->welcome();
    m_application->start();
    for (const QString &address : addresses) {
        await("the welcome page", [welcome] { return !welcome->isBusy(); });
        m_application->addAccount();
        welcome->connectTo(address);
        await("the server", [welcome] { return welcome->step() == app::WelcomeController::SignIn; });
        const int known = m_application->accounts()->count();
        welcome->signIn(u"admin"_s, u"admin123"_s, true);
        await("signing in", [this, known] {
            return m_application->accounts()->count() > known && isReady(m_application->session());
        });
    }
}

void Desk::resume()
{
    m_application->start();
    await("signing in again", [this] {
        app::AccountsModel *accounts = m_application->accounts();
        for (int row = 0; row < accounts->count(); ++row) {
            if (!isReady(accounts->sessionAt(row)))
                return false;
        }
        return accounts->count() > 0 && !m_application->welcome()->isResuming();
    });
    m_application->showAccount(0);
}

void Desk::openWindow()
{
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImageProvider(u"icon"_s, new IconProvider);
    m_engine->addImageProvider(u"server"_s, new ServerImageProvider(m_application.get()));
    m_engine->setInitialProperties({{u"app"_s, QVariant::fromValue(m_application.get())}});
    m_engine->loadFromModule("PlexiChat"_L1, "Main"_L1);
    if (m_engine->rootObjects().isEmpty())
        fail("Main.qml does not load");
    m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst());
    QObject::connect(m_window, &QQuickWindow::frameSwapped, m_window, [this] {
        m_lastFrame = now();
        if (onFrame)
            onFrame(m_lastFrame);
    });
    m_window->requestActivate();
    timeUntilShown("the window", [this] { return m_window->isActive(); });
}

QQuickItem *Desk::find(const char *type) const
{
    return findItem(m_window->contentItem(), [type](QQuickItem *item) {
        return QLatin1StringView(item->metaObject()->className()).startsWith(QLatin1StringView(type));
    });
}

QQuickItem *Desk::messages() const
{
    QQuickItem *timeline = find("Timeline_");
    QQuickItem *list = timeline
        ? findItem(timeline, [](const QQuickItem *item) { return item->inherits("QQuickListView"); })
        : nullptr;
    if (!list)
        fail("the window has no timeline");
    return list;
}

void Desk::await(const char *what, const std::function<bool()> &condition)
{
    // So that the loop wakes up where nothing happens any more.
    QTimer pulse;
    pulse.start(500);
    const double deadline = now() + kPatience;
    while (!condition()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (now() > deadline)
            fail(std::string("the app waited in vain for ") + what);
    }
}

double Desk::timeUntilShown(const char *what, const std::function<bool()> &condition)
{
    const double begin = now();
    m_window->update();
    await(what, [&] { return m_lastFrame > begin && condition(); });
    return m_lastFrame - begin;
}

double Desk::openChannel(const QString &channelId)
{
    const double begin = now();
    session().openChannel(channelId);
    const app::TimelineModel *timeline = session().timeline();
    bool isThere = false;
    await("a channel", [&] {
        // What was drawn before the messages were there does not count.
        isThere = isThere || (!timeline->isLoading() && (timeline->rowCount() > 0 || timeline->isEmpty()));
        return isThere && m_lastFrame > begin;
    });
    return m_lastFrame - begin;
}

void Desk::pass(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

double residentMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:"))
                return line.sliced(6).trimmed().split(' ').constFirst().toDouble() * 1024 / 1e6;
        }
    }
    fail("/proc/self/status cannot be read");
}

} // namespace plexi::bench
