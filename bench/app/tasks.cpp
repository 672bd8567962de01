// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/app/tasks.h"

#include "bench/app/desk.h"
#include "bench/failure.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QTimer>
#include <QWheelEvent>

#include <atomic>
#include <cstdio>
#include <mutex>
#include <random>
#include <thread>

using namespace Qt::StringLiterals;

namespace plexi::bench {

namespace {

/** To let go of what is only needed for a moment, before memory is looked at. Milliseconds. */
constexpr int kRest = 1'500;
constexpr int kNotches = 150;
constexpr int kNotchPause = 40;
constexpr int kKeys = 150;

void say(const char *name, const std::vector<double> &values)
{
    std::fputs(name, stdout);
    for (const double value : values)
        std::printf(" %.3f", value);
    std::puts("");
    std::fflush(stdout);
}

QStringList channelsOf(app::Session &session)
{
    QStringList ids;
    const app::ChannelListModel *channels = session.channels();
    for (int row = 0; row < channels->count(); ++row)
        ids.append(channels->channelAt(row).toString());
    return ids;
}

QString general(app::Session &session)
{
    const app::ChannelListModel *channels = session.channels();
    for (int row = 0; row < channels->count(); ++row) {
        if (channels->index(row).data(app::ChannelListModel::NameRole).toString() == "general"_L1)
            return channels->channelAt(row).toString();
    }
    fail("the workspace has no channel 'general'");
}

bool isShown(const app::TimelineModel *timeline)
{
    return !timeline->isLoading() && (timeline->rowCount() > 0 || timeline->isEmpty());
}

/** As a mouse wheel does, over the timeline. */
void turnWheel(const Desk &desk, int notches)
{
    const QQuickItem *list = desk.messages();
    const QPointF point = list->mapToScene(QPointF(list->width() / 2, list->height() / 2));
    QWheelEvent event(point, desk.window()->mapToGlobal(point), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    event.setTimestamp(static_cast<quint64>(desk.now()));
    QCoreApplication::sendEvent(desk.window(), &event);
}

} // namespace

void sayReady()
{
    say("ready", {});
}

void keepMessages(const QStringList &addresses, int messages)
{
    Desk desk;
    desk.signIn(addresses);
    int kept = 0;
    int channels = 0;
    for (int row = 0; row < desk.application().accounts()->count(); ++row) {
        app::Session *session = desk.application().accounts()->sessionAt(row);
        app::TimelineModel *timeline = session->timeline();
        for (const QString &channel : channelsOf(*session)) {
            session->openChannel(channel);
            desk.await("a channel", [timeline] { return isShown(timeline); });
            while (timeline->rowCount() < messages && !timeline->atStart()) {
                const int known = timeline->rowCount();
                timeline->loadOlder();
                desk.await("a page", [timeline, known] { return timeline->rowCount() > known; });
            }
            kept += timeline->rowCount();
            ++channels;
        }
        session->openChannel(general(*session));
    }
    desk.application().showAccount(0);
    say("kept", {static_cast<double>(kept), static_cast<double>(channels)});
}

void useEverything()
{
    Desk desk;
    desk.resume();
    desk.openWindow();
    Desk::pass(kRest);
    say("memory-before", {residentMegabytes()});
    for (int row = 0; row < desk.application().accounts()->count(); ++row) {
        desk.application().showAccount(row);
        desk.timeUntilShown("an account", [&desk] { return desk.page() != nullptr; });
        const QStringList channels = channelsOf(desk.session());
        for (qsizetype i = 0; i < channels.size(); ++i) {
            desk.openChannel(channels[i]);
            for (int notch = 0; i % 8 == 0 && notch < 20; ++notch) {
                turnWheel(desk, 2);
                Desk::pass(20);
            }
        }
        for (const char *panel : {"members", "pins", "files", "details", "search", ""}) {
            desk.page()->setProperty("panel", QString::fromLatin1(panel));
            Desk::pass(100);
        }
        QMetaObject::invokeMethod(desk.page(), "openSettings", Q_ARG(QString, u"security"_s));
        Desk::pass(200);
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QCoreApplication::sendEvent(desk.window(), &escape);
        desk.openChannel(general(desk.session()));
    }
    desk.application().showAccount(0);
    Desk::pass(kRest);
    say("memory-after", {residentMegabytes()});
}

void readGeneral()
{
    Desk desk;
    desk.resume();
    desk.openWindow();
    const QString channel = general(desk.session());
    const QStringList channels = channelsOf(desk.session());
    const QString other = channels.last() == channel ? channels.first() : channels.last();
    // Not from what this process has seen already: it began with "general".
    desk.openChannel(other);
    std::vector<double> times;
    for (int i = 0; i < 10; ++i) {
        times.push_back(desk.openChannel(channel));
        desk.openChannel(other);
    }
    say("open-again", times);
    times.clear();
    for (const QString &each : channels.first(std::min<qsizetype>(channels.size(), 20))) {
        if (each != channel && each != other)
            times.push_back(desk.openChannel(each));
    }
    say("open-kept", times);
    desk.openChannel(channel);
    std::vector<double> frames;
    double last = 0;
    QQuickItem *list = desk.messages();
    desk.onFrame = [&](double now) {
        if (last > 0)
            frames.push_back(now - last);
        // The pause between two movements is no frame.
        last = list->property("moving").toBool() ? now : 0;
    };
    for (int i = 0; i < kNotches; ++i) {
        turnWheel(desk, 1);
        Desk::pass(kNotchPause);
    }
    desk.onFrame = nullptr;
    say("frames", frames);
    say("scrolled", {static_cast<double>(desk.session().timeline()->rowCount())});
}

void writeInGeneral()
{
    Desk desk;
    desk.resume();
    desk.openWindow();
    desk.openChannel(general(desk.session()));
    QQuickItem *composer = desk.window()->activeFocusItem();
    if (!composer || !composer->inherits("QQuickTextArea"))
        fail("the composer has not got the keyboard");
    std::mutex mutex;
    std::vector<double> pressed;
    std::vector<double> times;
    desk.onFrame = [&](double now) {
        const std::lock_guard lock(mutex);
        const auto shown = static_cast<std::size_t>(composer->property("length").toInt());
        while (times.size() < std::min(shown, pressed.size()))
            times.push_back(now - pressed[times.size()]);
    };
    qsizetype came = 0;
    QObject::connect(&desk.session().reducer(), &app::Reducer::messageArrived, desk.window(), [&came] { ++came; });
    sayReady();
    desk.await("messages", [&came] { return came > 10; });
    came = 0;
    const double begin = desk.now();
    // From outside, as keys come: they wait for whatever the window's thread is doing.
    std::thread fingers([&] {
        std::mt19937 random(1); // the same in every run
        for (int i = 0; i < kKeys; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(30 + random() % 40));
            const std::lock_guard lock(mutex);
            pressed.push_back(desk.now());
            QCoreApplication::postEvent(
                desk.window(),
                new QKeyEvent(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, i % 6 == 5 ? u" "_s : u"a"_s));
        }
    });
    desk.await("the letters", [&times] { return times.size() == kKeys; });
    fingers.join();
    say("key-to-glyph", times);
    say("messages-per-second", {static_cast<double>(came) / (desk.now() - begin) * 1'000});
}

} // namespace plexi::bench
