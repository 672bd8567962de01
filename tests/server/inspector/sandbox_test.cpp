// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/inspector/sandbox.h"

#include <QTest>

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fcntl.h>
#include <thread>

namespace {

/** Runs @p attempt in a child in the sandbox; true where it says that it had its way. */
bool succeedsInside(bool (*attempt)())
{
    const pid_t child = fork();
    if (child == 0) {
        QString error;
        if (!plexi::inspector::enterSandbox({}, &error))
            _exit(3);
        _exit(attempt() ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    // 3 is no sandbox at all, and a signal is no answer.
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
        qFatal("the child ended with %d", status);
    return WEXITSTATUS(status) == 0;
}

bool computes()
{
    std::vector<int> numbers(1'000'000, 1);
    int sum = 0;
    std::thread([&] { sum = numbers[0] + numbers[999'999]; }).join();
    return sum == 2;
}

bool opensFile()
{
    return open("/etc/passwd", O_RDONLY) >= 0;
}

bool makesFile()
{
    return open("/tmp/plexichat-sandbox-test", O_WRONLY | O_CREAT, 0600) >= 0;
}

bool opensSocket()
{
    return socket(AF_INET, SOCK_STREAM, 0) >= 0 || socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
}

bool forks()
{
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    return child > 0;
}

bool executes()
{
    std::array<char, 5> name{"true"};
    std::array<char *, 2> arguments{name.data(), nullptr};
    execv("/bin/true", arguments.data());
    return false;
}

bool signalsParent()
{
    return kill(getppid(), 0) == 0;
}

bool makesCode()
{
    return mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

/** Of what was open before. */
bool keepsDescriptors()
{
    char byte = 0;
    for (int descriptor = 3; descriptor < 64; ++descriptor) {
        if (read(descriptor, &byte, 1) >= 0)
            return true;
    }
    return false;
}

} // namespace

class SandboxTest : public QObject
{
    Q_OBJECT

private slots:
    void computingIsAllowed() { QVERIFY(succeedsInside(&computes)); }

    void allElseIsNot_data()
    {
        QTest::addColumn<bool (*)()>("attempt");
        QTest::newRow("open a file") << &opensFile;
        QTest::newRow("make a file") << &makesFile;
        QTest::newRow("open a socket") << &opensSocket;
        QTest::newRow("fork") << &forks;
        QTest::newRow("execute") << &executes;
        QTest::newRow("signal the parent") << &signalsParent;
        QTest::newRow("make code") << &makesCode;
        QTest::newRow("use what was open") << &keepsDescriptors;
    }

    void allElseIsNot()
    {
        using Attempt = bool (*)();
        QFETCH(Attempt, attempt);
        // The attempts are real ones: outside, each of those that leave nothing behind has its way.
        if (attempt == &opensFile || attempt == &opensSocket || attempt == &forks || attempt == &makesCode)
            QVERIFY(attempt());
        const int open = ::open("/dev/zero", O_RDONLY);
        QVERIFY(open > 2);
        QVERIFY(!succeedsInside(attempt));
        close(open);
    }
};

QTEST_GUILESS_MAIN(SandboxTest)
#include "sandbox_test.moc"
