// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QSize>

#include <memory>

namespace plexi::test {

/** A private Xvfb on a display number that it finds itself; ends with the object. Needs no QGuiApplication. */
class XServer
{
public:
    /** Null where Xvfb cannot be started. */
    static std::unique_ptr<XServer> start(QSize screen = {1920, 1200});
    ~XServer();
    Q_DISABLE_COPY_MOVE(XServer)

    /** ":7" */
    const QByteArray &display() const { return m_display; }

private:
    XServer() = default;

    QProcess m_process;
    QByteArray m_display;
};

} // namespace plexi::test
