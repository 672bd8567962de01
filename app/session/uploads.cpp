// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/uploads.h"

#include <QCoroSignal>
#include <QDateTime>
#include <QFileInfo>
#include <QPointer>
#include <QUuid>

#include <algorithm>

namespace plexi::app {

using Stage = Upload::Stage;

namespace {

ComposerPlace placeOf(const cache::UploadItem &item)
{
    return {.channel = item.channel, .thread = item.thread};
}

Stage stageOf(const cache::UploadItem &item)
{
    if (!item.file.isNull())
        return Stage::Done;
    if (item.fault)
        return Stage::Failed;
    return item.isPaused ? Stage::Paused : Stage::Waiting;
}

} // namespace

Uploads::Uploads(ApiClient *api, QObject *parent) : QObject(parent), m_api(api)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Uploads::resumeAll);
}

// What is attached.

QString Uploads::addFile(const ComposerPlace &place, const QString &path)
{
    const QFileInfo file(path);
    if (file.isDir())
        return tr("“%1” is a folder. Attach its files, or an archive of it.").arg(file.fileName());
    if (!file.isFile() || !file.isReadable())
        return tr("“%1” cannot be read.").arg(file.fileName());
    if (attached(place).size() >= protocol::File::kMaxAttachments)
        return tr("A message can carry %n file(s).", nullptr, protocol::File::kMaxAttachments);
    add({.channel = place.channel,
         .thread = place.thread,
         .path = file.absoluteFilePath(),
         .name = file.fileName(),
         .size = file.size(),
         .changedAt = file.lastModified().toMSecsSinceEpoch()});
    return {};
}

QString Uploads::addBytes(const ComposerPlace &place, const QString &name, const QByteArray &bytes)
{
    if (attached(place).size() >= protocol::File::kMaxAttachments)
        return tr("A message can carry %n file(s).", nullptr, protocol::File::kMaxAttachments);
    add({.channel = place.channel, .thread = place.thread, .content = bytes, .name = name, .size = bytes.size()});
    return {};
}

void Uploads::add(Item item)
{
    item.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_uploads.push_back({.item = item});
    emit stored(item);
    emit attachedChanged(placeOf(item));
    run();
}

void Uploads::pause(const QString &id)
{
    Upload *upload = get(id);
    if (!upload || (upload->stage != Stage::Waiting && upload->stage != Stage::Running))
        return;
    upload->item.isPaused = true;
    setStage(*upload, Stage::Paused);
}

void Uploads::resume(const QString &id)
{
    Upload *upload = get(id);
    if (!upload || (upload->stage != Stage::Paused && upload->stage != Stage::Failed))
        return;
    upload->item.isPaused = false;
    setStage(*upload, Stage::Waiting);
    run();
}

void Uploads::remove(const QString &id)
{
    drop(id, false);
}

void Uploads::drop(const QString &id, bool isOnServer)
{
    const auto found = std::ranges::find(m_uploads, id, [](const Upload &upload) { return upload.item.id; });
    if (found == m_uploads.end())
        return;
    const Item item = found->item;
    m_uploads.erase(found);
    emit dropped(id);
    emit attachedChanged(placeOf(item));
    emit stepped();
    if (!isOnServer && !(item.upload.isNull() && item.file.isNull()))
        takeBack(item.upload, item.file);
}

QCoro::Task<> Uploads::takeBack(UploadId upload, FileId file)
{
    // Where this does not reach the server, it removes an upload that does not go on, and a file that nobody sent, by itself.
    if (file.isNull())
        co_await m_api->endUpload(upload);
    else
        co_await m_api->deleteFile(file);
}

// What is known of it.

Upload *Uploads::get(const QString &id)
{
    const auto found = std::ranges::find(m_uploads, id, [](const Upload &upload) { return upload.item.id; });
    return found == m_uploads.end() ? nullptr : &*found;
}

const Upload *Uploads::find(const QString &id) const
{
    const auto found = std::ranges::find(m_uploads, id, [](const Upload &upload) { return upload.item.id; });
    return found == m_uploads.end() ? nullptr : &*found;
}

QList<const Upload *> Uploads::attached(const ComposerPlace &place) const
{
    QList<const Upload *> list;
    for (const Upload &upload : m_uploads) {
        if (upload.item.message.isEmpty() && placeOf(upload.item) == place)
            list.append(&upload);
    }
    return list;
}

QList<const Upload *> Uploads::of(const QString &message) const
{
    QList<const Upload *> list;
    for (const Upload &upload : m_uploads) {
        if (upload.item.message == message)
            list.append(&upload);
    }
    return list;
}

void Uploads::keep(const Upload &upload)
{
    emit stored(upload.item);
}

void Uploads::setStage(Upload &upload, Stage stage, const QString &fault)
{
    upload.stage = stage;
    upload.bytesPerSecond = 0;
    upload.item.fault = stage == Stage::Failed ? std::optional(fault) : std::nullopt;
    keep(upload);
    emit progressed(upload.item.id);
    emit stepped();
}

// With a message.

void Uploads::assign(const ComposerPlace &place, const QString &message)
{
    for (Upload &upload : m_uploads) {
        if (!upload.item.message.isEmpty() || placeOf(upload.item) != place)
            continue;
        upload.item.message = message;
        keep(upload);
        resume(upload.item.id);
    }
    emit attachedChanged(place);
}

QString Uploads::faultOf(const QString &message) const
{
    for (const Upload *upload : of(message)) {
        if (upload->stage == Stage::Failed)
            return upload->item.fault.value_or(QString());
    }
    return {};
}

QCoro::Task<ApiResult<QList<FileId>>> Uploads::deliver(QString message)
{
    const QPointer<Uploads> self(this);
    while (true) {
        QList<FileId> files;
        bool isComplete = true;
        for (const Upload *upload : of(message)) {
            if (upload->stage == Stage::Failed)
                co_return std::unexpected(ApiError{.failure = Failure::Refused, .status = 400});
            isComplete = isComplete && upload->stage == Stage::Done;
            files.append(upload->item.file);
        }
        if (isComplete)
            co_return files;
        // Nothing goes out now: the message waits, and asks again.
        if (m_retry.isActive() || m_isHeld)
            co_return std::unexpected(ApiError{.failure = Failure::Unreachable});
        run();
        co_await qCoro(this, &Uploads::stepped);
        if (!self)
            co_return cancelled();
    }
}

void Uploads::retry(const QString &message)
{
    for (const Upload *upload : of(message))
        resume(upload->item.id);
}

void Uploads::settle(const QString &message)
{
    for (const Upload *upload : of(message))
        drop(QString(upload->item.id), true);
}

void Uploads::discard(const QString &message)
{
    for (const Upload *upload : of(message))
        drop(QString(upload->item.id), false);
}

void Uploads::forgetChannel(ChannelId channel)
{
    QStringList ids;
    for (const Upload &upload : m_uploads) {
        if (upload.item.channel == channel)
            ids.append(upload.item.id);
    }
    for (const QString &id : ids)
        drop(id, true);
}

void Uploads::restore(const QList<Item> &items)
{
    m_isHeld = true;
    for (const Item &item : items)
        m_uploads.push_back({.item = item, .stage = stageOf(item), .sent = item.file.isNull() ? 0 : item.size});
}

} // namespace plexi::app
