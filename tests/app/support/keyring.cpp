// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/support/keyring.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

/** No service files: nothing is started behind the test's back. */
constexpr auto kBusConfiguration = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=%1</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)"_L1;

} // namespace

bool Keyring::isInstalled()
{
    return !QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()
        && !QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty();
}

Keyring::Keyring() = default;

Keyring::~Keyring()
{
    stopDaemon();
    QDBusConnection::disconnectFromBus(u"keyring-test"_s);
    m_bus.kill();
    m_bus.waitForFinished();
}

QProcessEnvironment Keyring::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"XDG_DATA_HOME"_s, m_home.path() + "/data"_L1);
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path() + "/config"_L1);
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
    environment.remove(u"GNOME_KEYRING_CONTROL"_s);
    return environment;
}

bool Keyring::startBus()
{
    QFile configuration(m_home.filePath(u"bus.conf"_s));
    if (!configuration.open(QIODevice::WriteOnly))
        return false;
    configuration.write(QString(kBusConfiguration).arg(m_home.path()).toUtf8());
    configuration.close();
    m_bus.start(
        u"dbus-daemon"_s,
        {u"--nofork"_s, u"--nopidfile"_s, u"--print-address=1"_s, u"--config-file="_s + configuration.fileName()});
    if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead(10'000))
        return false;
    m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
    qputenv("HOME", m_home.path().toUtf8());
    // Which keychain it is must not depend on the desktop that the test runs on.
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    return QDBusConnection::connectToBus(m_address, u"keyring-test"_s).isConnected();
}

bool Keyring::startDaemon()
{
    m_daemon = std::make_unique<QProcess>();
    m_daemon->setProcessEnvironment(environment());
    m_daemon->start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    if (!m_daemon->waitForStarted())
        return false;
    m_daemon->write("test password");
    m_daemon->closeWriteChannel();
    const QDBusConnection bus(u"keyring-test"_s);
    return QTest::qWaitFor(
        [&bus] { return bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s).value(); }, 20'000);
}

void Keyring::stopDaemon()
{
    if (!m_daemon)
        return;
    m_daemon->terminate();
    if (!m_daemon->waitForFinished(5'000))
        m_daemon->kill();
    m_daemon.reset();
}

} // namespace plexi::test
