// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/cache.h"
#include "app/session/mirror.h"
#include "app/session/server_images.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/**
 * What the account takes on this computer's disk, and the ways to get some of it back. What was written here and is not on the
 * server yet (drafts, the outbox, uploads) stays, whatever is cleared. Main thread, owned by the session.
 */
class AccountStorage : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a session")
    /** "12 MB": messages, channels, people and drafts. As of measure(). */
    Q_PROPERTY(QString messagesText READ messagesText NOTIFY measured FINAL)
    Q_PROPERTY(QString picturesText READ picturesText NOTIFY measured FINAL)
    /** There are messages, or pictures, to be cleared. */
    Q_PROPERTY(bool hasMessages READ hasMessages NOTIFY measured FINAL)
    Q_PROPERTY(bool hasPictures READ hasPictures NOTIFY measured FINAL)
    /** The file; empty where nothing outlives the program. */
    Q_PROPERTY(QString place READ place CONSTANT FINAL)
    /** Something is being cleared. */
    Q_PROPERTY(bool busy READ isBusy NOTIFY measured FINAL)

public:
    /** All must outlive this. */
    AccountStorage(Cache *cache, Mirror *mirror, ServerImages *images, QObject *parent = nullptr)
        : QObject(parent), m_cache(cache), m_mirror(mirror), m_images(images)
    {
    }

    QString messagesText() const;
    QString picturesText() const;
    bool hasMessages() const { return m_messageCount > 0; }
    bool hasPictures() const { return m_pictures > 0; }
    QString place() const { return m_cache->place(); }
    bool isBusy() const { return m_clearing > 0; }

    Q_INVOKABLE void measure();
    Q_INVOKABLE void clearMessages();
    Q_INVOKABLE void clearPictures();
    /** Opens the folder in the desktop's file manager. */
    Q_INVOKABLE void showPlace() const;

signals:
    void measured();

private:
    /** The file becomes smaller, and is measured. */
    void settle();

    Cache *m_cache;
    Mirror *m_mirror;
    ServerImages *m_images;
    /** Bytes, without the pictures. */
    qint64 m_rest = 0;
    qint64 m_pictures = 0;
    qint64 m_messageCount = 0;
    int m_clearing = 0;
};

} // namespace plexi::app
