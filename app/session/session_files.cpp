// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files: what is attached to a message that is being written, what a channel has, and what is taken from it.
#include "app/net/error_text.h"
#include "app/session/session.h"

#include <QBuffer>
#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QPointer>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

/** "name.txt", or "name (2).txt" where there is one already. */
QString freePath(const QString &folder, const QString &name)
{
    const QFileInfo wanted(QDir(folder), QFileInfo(name).fileName());
    QString path = wanted.filePath();
    const QString suffix = wanted.suffix().isEmpty() ? QString() : u'.' + wanted.suffix();
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = QDir(folder).filePath(u"%1 (%2)%3"_s.arg(wanted.completeBaseName()).arg(number).arg(suffix));
    return path;
}

} // namespace

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
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    if (const auto id = FileId::fromString(fileId); id && QDir().mkpath(folder))
        runSave(*id, freePath(folder, name));
    else
        setNotice(tr("“%1” could not be saved.").arg(name));
}

QCoro::Task<> Session::runSave(FileId file, QString path)
{
    const QPointer<Session> self(this);
    const QString name = QFileInfo(path).fileName();
    const auto target = std::make_shared<QSaveFile>(path);
    if (!target->open(QIODevice::WriteOnly)) {
        setNotice(tr("“%1” could not be saved.").arg(name));
        co_return;
    }
    const ApiResult<> done = co_await m_api->download(file, target, {});
    if (!self)
        co_return;
    if (!done)
        setNotice(tr("“%1” could not be saved. %2").arg(name, errorText(done.error())));
    else if (!target->commit())
        setNotice(tr("“%1” could not be saved. %2").arg(name, target->errorString()));
    else
        setNotice(tr("“%1” is in your downloads folder.").arg(name), true);
}

} // namespace plexi::app
