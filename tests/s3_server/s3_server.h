// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace plexi::test {

/** A real S3-compatible server in a process of its own, on a free port of 127.0.0.1, with nothing in it yet. */
class S3Server
{
public:
    /** What it does wrong. */
    enum class Fault { Refuse, Silence, Cut };

    /** Fails the program where it does not start. */
    S3Server();
    ~S3Server();
    Q_DISABLE_COPY_MOVE(S3Server)

    QUrl endpoint() const { return m_endpoint; }
    static QByteArray bucket() { return "chat"; }
    static QByteArray accessKey() { return "S3RVER"; }
    static QByteArray secretKey() { return "S3RVER"; }

    /** Has the next @p count requests meet with @p fault; of earlier ones nothing is left. */
    void setFault(Fault fault, int count);
    void kill();

private:
    QByteArray nextLine();

    QTemporaryDir m_folder;
    QProcess m_process;
    QUrl m_endpoint;
};

} // namespace plexi::test
