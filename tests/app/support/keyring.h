// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace plexi::test {

/**
 * A D-Bus session of its own with a real, unlocked gnome-keyring in a home of its own. The process's environment is changed
 * so that the keychain library finds it: one for each test program, made before the keychain is first used.
 */
class Keyring
{
public:
    /** False where the programs are not installed. */
    static bool isInstalled();

    Keyring();
    ~Keyring();
    Q_DISABLE_COPY_MOVE(Keyring)

    bool startBus();
    /** Starts the keyring, or starts it again with what it kept, and waits until it answers. */
    bool startDaemon();
    void stopDaemon();

private:
    QProcessEnvironment environment() const;

    QTemporaryDir m_home;
    QProcess m_bus;
    std::unique_ptr<QProcess> m_daemon;
    QString m_address;
};

} // namespace plexi::test
