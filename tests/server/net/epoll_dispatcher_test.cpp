// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/net/dispatcher_support.h"

#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <sys/resource.h>

using namespace plexi::net;
using namespace plexi::test;
using namespace std::chrono_literals;

namespace {

/** Microseconds of processor time that the calling thread has used. */
qint64 processorTime()
{
    rusage usage{};
    ::getrusage(RUSAGE_THREAD, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1'000'000LL + usage.ru_utime.tv_usec
        + usage.ru_stime.tv_usec;
}

} // namespace

/**
 * What notifiers and posted events expect of an event dispatcher. Everything runs twice: on Qt's own dispatcher, to show that the test
 * asks for what Qt does, and on ours.
 */
class EpollDispatcherTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { addDispatchers(); }

    void readsWhatArrives()
    {
        inThread([] {
            Pair pair;
            QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
            int activations = 0;
            connect(&notifier, &QSocketNotifier::activated, &notifier, [&] {
                ++activations;
                pair.read(0);
            });
            for (int i = 1; i <= 3; ++i) {
                pair.write(1);
                QVERIFY(spinUntil([&] { return activations == i; }));
            }
        });
    }

    void repeatsUntilItIsRead()
    {
        inThread([] {
            Pair pair;
            QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
            int activations = 0;
            connect(&notifier, &QSocketNotifier::activated, &notifier, [&] {
                if (++activations == 5)
                    pair.read(0);
            });
            pair.write(1);
            QVERIFY(spinUntil([&] { return activations == 5; }));
            QCoreApplication::processEvents();
            QCOMPARE(activations, 5);
        });
    }

    void servesReadAndWriteOfOneDescriptor()
    {
        inThread([] {
            Pair pair;
            QSocketNotifier reading(pair.ends[0], QSocketNotifier::Read);
            QSocketNotifier writing(pair.ends[0], QSocketNotifier::Write);
            int reads = 0;
            int writes = 0;
            connect(&reading, &QSocketNotifier::activated, &reading, [&] {
                ++reads;
                pair.read(0);
            });
            connect(&writing, &QSocketNotifier::activated, &writing, [&] {
                ++writes;
                writing.setEnabled(false);
            });
            pair.write(1);
            QVERIFY(spinUntil([&] { return reads == 1 && writes == 1; }));
            writing.setEnabled(true);
            QVERIFY(spinUntil([&] { return writes == 2; }));
            pair.write(1);
            QVERIFY(spinUntil([&] { return reads == 2; }));
            QCOMPARE(writes, 2);
        });
    }

    void leavesOutWhatIsUnregisteredDuringDispatch()
    {
        inThread([] {
            // Both are ready in the same round; whichever is first removes the other.
            Pair one;
            Pair two;
            auto first = std::make_unique<QSocketNotifier>(one.ends[0], QSocketNotifier::Read);
            auto second = std::make_unique<QSocketNotifier>(two.ends[0], QSocketNotifier::Read);
            int activations = 0;
            connect(first.get(), &QSocketNotifier::activated, first.get(), [&] {
                ++activations;
                one.read(0);
                second.reset();
            });
            connect(second.get(), &QSocketNotifier::activated, second.get(), [&] {
                ++activations;
                two.read(0);
                first.reset();
            });
            one.write(1);
            two.write(1);
            QVERIFY(spinUntil([&] { return activations == 1; }));
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
            QCOMPARE(activations, 1);
        });
    }

    void tellsAReusedDescriptorFromTheOldOne()
    {
        inThread([] {
            Pair one;
            Pair two;
            QSocketNotifier first(one.ends[0], QSocketNotifier::Read);
            auto second = std::make_unique<QSocketNotifier>(two.ends[0], QSocketNotifier::Read);
            std::unique_ptr<QSocketNotifier> third;
            std::unique_ptr<Pair> replacement;
            bool wasSpurious = false;
            bool isReplaced = false;
            const auto replace = [&] {
                if (std::exchange(isReplaced, true))
                    return;
                // The number is free, and the next descriptor gets it: nothing has come for that one.
                const int number = two.ends[0];
                second.reset();
                two.closeEnd(0);
                two.closeEnd(1);
                replacement = std::make_unique<Pair>();
                QVERIFY(replacement->ends[0] == number || replacement->ends[1] == number);
                third = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
                connect(third.get(), &QSocketNotifier::activated, third.get(), [&] { wasSpurious = true; });
            };
            connect(&first, &QSocketNotifier::activated, &first, [&] {
                one.read(0);
                replace();
            });
            connect(second.get(), &QSocketNotifier::activated, second.get(), [&] { two.read(0); });
            one.write(1);
            two.write(1);
            QVERIFY(spinUntil([&] { return isReplaced; }));
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
            QVERIFY(!wasSpurious);
        });
    }

    void registersDuringDispatch()
    {
        inThread([] {
            Pair one;
            Pair two;
            two.write(1);
            QSocketNotifier first(one.ends[0], QSocketNotifier::Read);
            std::unique_ptr<QSocketNotifier> second;
            bool arrived = false;
            connect(&first, &QSocketNotifier::activated, &first, [&] {
                one.read(0);
                second = std::make_unique<QSocketNotifier>(two.ends[0], QSocketNotifier::Read);
                connect(second.get(), &QSocketNotifier::activated, second.get(), [&] {
                    arrived = true;
                    two.read(0);
                });
            });
            one.write(1);
            QVERIFY(spinUntil([&] { return arrived; }));
        });
    }

    void tellsOfTheOtherEndsClosing()
    {
        inThread([] {
            Pair pair;
            QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
            bool isClosed = false;
            connect(&notifier, &QSocketNotifier::activated, &notifier, [&] {
                notifier.setEnabled(false);
                isClosed = true;
            });
            pair.closeEnd(1);
            QVERIFY(spinUntil([&] { return isClosed; }));
        });
    }

    void doesNotSpinOnADisabledNotifier()
    {
        inThread([] {
            Pair pair;
            pair.write(1);
            pair.closeEnd(1);
            QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
            connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { notifier.setEnabled(false); });
            QVERIFY(spinUntil([&] { return !notifier.isEnabled(); }));
            const qint64 before = processorTime();
            QEventLoop loop;
            QTimer::singleShot(200, &loop, &QEventLoop::quit);
            loop.exec();
            QVERIFY(processorTime() - before < 100'000);
        });
    }

    void servesNotifiersInANestedLoop()
    {
        inThread([] {
            Pair one;
            Pair two;
            QSocketNotifier first(one.ends[0], QSocketNotifier::Read);
            QSocketNotifier second(two.ends[0], QSocketNotifier::Read);
            int firsts = 0;
            int seconds = 0;
            bool nestedDone = false;
            connect(&first, &QSocketNotifier::activated, &first, [&] {
                one.read(0);
                if (++firsts > 1)
                    return;
                QVERIFY(spinUntil([&] { return seconds >= 1; }));
                one.write(1);
                QVERIFY(spinUntil([&] { return firsts == 2; }));
                nestedDone = true;
            });
            connect(&second, &QSocketNotifier::activated, &second, [&] {
                ++seconds;
                two.read(0);
            });
            one.write(1);
            two.write(1);
            QVERIFY(spinUntil([&] { return nestedDone; }));
            QCOMPARE(firsts, 2);
            QCOMPARE(seconds, 1);
        });
    }

    void leavesNotifiersOutWhereAskedTo()
    {
        inThread([] {
            Pair pair;
            pair.write(1);
            QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
            int activations = 0;
            connect(&notifier, &QSocketNotifier::activated, &notifier, [&] {
                ++activations;
                pair.read(0);
            });
            bool wasPosted = false;
            QMetaObject::invokeMethod(&notifier, [&] { wasPosted = true; }, Qt::QueuedConnection);
            for (int i = 0; i < 3; ++i)
                QCoreApplication::processEvents(QEventLoop::ExcludeSocketNotifiers);
            QVERIFY(wasPosted);
            QCOMPARE(activations, 0);
            QVERIFY(spinUntil([&] { return activations == 1; }));
        });
    }

    void wakesUpForPostsOfOtherThreads()
    {
        QFETCH_GLOBAL(const bool, isOurs);
        QThread thread;
        if (isOurs)
            thread.setEventDispatcher(new EpollDispatcher);
        QObject receiver;
        receiver.moveToThread(&thread);
        thread.start();
        // Both a sleeping and a busy receiver are met many times; a lost wake-up hangs the test.
        std::counting_semaphore<> received(0);
        for (int i = 0; i < 20'000; ++i) {
            QMetaObject::invokeMethod(&receiver, [&] { received.release(); }, Qt::QueuedConnection);
            if (i % 3 == 0)
                QVERIFY(received.try_acquire_for(10s));
            else if (i % 3 == 1)
                QThread::yieldCurrentThread();
        }
        for (int i = 0; i < 20'000 - 6667; ++i)
            QVERIFY(received.try_acquire_for(10s));
        thread.quit();
        QVERIFY(thread.wait(10'000));
    }

    void runsEventsPostedByEvents()
    {
        inThread([] {
            QObject receiver;
            int count = 0;
            std::function<void()> again = [&] {
                if (++count < 1000)
                    QMetaObject::invokeMethod(&receiver, again, Qt::QueuedConnection);
            };
            QMetaObject::invokeMethod(&receiver, again, Qt::QueuedConnection);
            QVERIFY(spinUntil([&] { return count == 1000; }));
        });
    }

    void quitsFromAnotherThread()
    {
        QFETCH_GLOBAL(const bool, isOurs);
        for (int i = 0; i < 50; ++i) {
            QThread thread;
            if (isOurs)
                thread.setEventDispatcher(new EpollDispatcher);
            thread.start();
            thread.quit();
            QVERIFY(thread.wait(10'000));
        }
    }

    void carriesTcp()
    {
        inThread([] {
            QTcpServer server;
            QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)));
            QByteArray received;
            const QByteArray sent(3'000'000, 'y');
            connect(&server, &QTcpServer::newConnection, &server, [&] {
                QTcpSocket *socket = server.nextPendingConnection();
                socket->setReadBufferSize(10'000);
                connect(socket, &QTcpSocket::readyRead, socket, [&, socket] { received += socket->readAll(); });
            });
            QTcpSocket client;
            client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
            connect(&client, &QTcpSocket::connected, &client, [&] { client.write(sent); });
            QVERIFY(spinUntil([&] { return received.size() == sent.size(); }));
        });
    }
};

QTEST_GUILESS_MAIN(EpollDispatcherTest)
#include "epoll_dispatcher_test.moc"
