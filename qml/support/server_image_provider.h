// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application.h"

#include <QPointer>
#include <QQuickAsyncImageProvider>

namespace plexi {

/**
 * Serves what an account may see of its server's pictures as `image://server/ACCOUNT/NAME` (see ServerImages). The engine
 * owns it and calls it on a thread of its own; the pictures come from the application's thread.
 */
class ServerImageProvider : public QQuickAsyncImageProvider
{
public:
    /** @p application must outlive the engine. */
    explicit ServerImageProvider(app::Application *application) : m_application(application) { }

    /** Fails where that account is not signed in, and where there is no such picture. Not larger than @p requestedSize, where that is given. People's are discs. */
    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &requestedSize) override;

private:
    QPointer<app::Application> m_application;
};

} // namespace plexi
