// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files: what is attached to a message that is being written, what a channel has, and what is taken from it.
#include "app/net/error_text.h"
#include "app/session/session.h"

#include <QBuffer>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QPointer>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

ComposerPlace Session::placeOf(bool inThread) const
{
    if (!inThread)
        return {.channel = m_current};
    const ChannelTimeline *thread = m_reducer.thread();
    return thread ? ComposerPlace{.channel = thread->channelId(), .thread = *thread->thread()} : ComposerPlace{};
}

void Session::attach(const QList<QUrl> &files, bool inThread)
{
    const ComposerPlace place = placeOf(inThread);
    if (place.channel.isNull())
        return;
    for (const QUrl &file : files) {
        if (!file.isLocalFile())
            continue;
        if (const QString fault = m_uploads.addFile(place, file.toLocalFile()); !fault.isEmpty())
            setNotice(fault);
    }
}

bool Session::pasteFiles(bool inThread)
{
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
    const ComposerPlace place = placeOf(inThread);
    if (!clipboard || place.channel.isNull())
        return false;
    const QList<QUrl> urls = clipboard->urls();
    if (std::ranges::any_of(urls, &QUrl::isLocalFile)) {
        attach(urls, inThread);
        return true;
    }
    // A program that copies text may offer a picture of it as well.
    if (!clipboard->hasImage() || clipboard->hasText())
        return false;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !qvariant_cast<QImage>(clipboard->imageData()).save(&buffer, "PNG"))
        return false;
    const QString moment = QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH.mm.ss"_s);
    const QString fault = m_uploads.addBytes(place, tr("Picture %1", "date and time").arg(moment) + u".png"_s, bytes);
    if (!fault.isEmpty())
        setNotice(fault);
    return true;
}

void Session::loadFiles()
{
    if (!m_current.isNull())
        runFiles(m_current);
}

QCoro::Task<> Session::runFiles(ChannelId channel)
{
    const QPointer<Session> self(this);
    m_files.setState(true);
    const ApiResult<QList<protocol::File>> files = co_await m_api->files(channel);
    if (!self || channel != m_current)
        co_return;
    m_files.setFiles(files ? *files : QList<protocol::File>());
    m_files.setState(false, files ? QString() : errorText(files.error()));
}

void Session::saveFile(const QString &fileId, const QString &name)
{
    if (const auto id = FileId::fromString(fileId))
        m_downloads.save(*id, name, QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
}

} // namespace plexi::app
