// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the bytes of an upload reach the server.
#include "app/net/error_text.h"
#include "app/session/uploads.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>

namespace plexi::app {

using Stage = Upload::Stage;

namespace {

/** The file is the one that was attached, as far as its size and its time tell. */
bool isUnchanged(const cache::UploadItem &item)
{
    if (item.path.isEmpty())
        return true;
    const QFileInfo now(item.path);
    return now.size() == item.size && now.lastModified().toMSecsSinceEpoch() == item.changedAt;
}

/** The bytes, or nothing where they cannot be read. */
std::unique_ptr<QIODevice> sourceOf(const cache::UploadItem &item)
{
    if (item.path.isEmpty()) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(item.content);
        return buffer->open(QIODevice::ReadOnly) ? std::move(buffer) : nullptr;
    }
    auto file = std::make_unique<QFile>(item.path);
    if (!file->open(QIODevice::ReadOnly))
        return nullptr;
    return file;
}

qint64 partSize(double bytesPerSecond)
{
    return std::clamp(static_cast<qint64>(bytesPerSecond), Uploads::kSmallestPart, Uploads::kLargestPart);
}

} // namespace

QString Uploads::next() const
{
    const auto found = std::ranges::find(m_uploads, Stage::Waiting, &Upload::stage);
    return found == m_uploads.end() ? QString() : found->item.id;
}

void Uploads::resumeAll()
{
    m_isHeld = false;
    m_retry.stop();
    run();
}

void Uploads::holdBack(const ApiError &error)
{
    const std::chrono::milliseconds asked = std::chrono::seconds(error.error.retryAfter.value_or(0));
    const std::chrono::milliseconds own = std::min(kLongestRetry, kFirstRetry * (1 << std::min(m_failures++, 4)));
    m_retry.start(std::max(asked, own));
}

QCoro::Task<> Uploads::run()
{
    const QPointer<Uploads> self(this);
    if (m_isRunning || m_isHeld || m_retry.isActive())
        co_return;
    m_isRunning = true;
    for (QString id = next(); !id.isEmpty(); id = next()) {
        setStage(*get(id), Stage::Running);
        const ApiResult<> done = co_await transfer(id);
        if (!self)
            co_return;
        Upload *upload = get(id);
        if (done) {
            m_failures = 0;
        } else if (done.error().isDefinite()) {
            if (upload)
                setStage(*upload, Stage::Failed, errorText(done.error()));
        } else {
            if (upload && upload->stage == Stage::Running)
                setStage(*upload, Stage::Waiting);
            holdBack(done.error());
            break;
        }
    }
    m_isRunning = false;
    emit stepped();
}

QCoro::Task<ApiResult<UploadState>> Uploads::locate(Item item)
{
    if (!item.upload.isNull()) {
        const UploadId known = item.upload;
        const ApiResult<UploadState> state = co_await m_api->uploadState(known);
        // One that did not go on for long is gone: then it begins anew.
        if (state || !state.error().isDefinite())
            co_return state;
    }
    const ApiResult<UploadState> begun = co_await m_api->beginUpload(item.name, item.size);
    co_return begun;
}

bool Uploads::take(Upload &upload, const UploadState &state, double speed)
{
    upload.sent = state.file ? upload.item.size : state.offset;
    upload.bytesPerSecond = speed;
    if (upload.item.upload != state.id || state.file) {
        upload.item.upload = state.id;
        upload.item.file = state.file.value_or(FileId());
        keep(upload);
    }
    if (state.file)
        setStage(upload, Stage::Done);
    else
        emit progressed(upload.item.id);
    return upload.stage == Stage::Running;
}

void Uploads::giveUp(const QString &id)
{
    if (Upload *upload = get(id))
        setStage(*upload, Stage::Failed, tr("“%1” was changed or is not there any more.").arg(upload->item.name));
}

QCoro::Task<ApiResult<>> Uploads::transfer(QString id)
{
    const QPointer<Uploads> self(this);
    const Item item = get(id)->item;
    const std::unique_ptr<QIODevice> source = sourceOf(item);
    if (!source) {
        giveUp(id);
        co_return ApiResult<>{};
    }
    Item asked = item;
    ApiResult<UploadState> state = co_await locate(std::move(asked));
    double speed = 0;
    while (true) {
        if (!self)
            co_return cancelled();
        Upload *upload = get(id);
        // Taken back meanwhile; the server may have begun it only now.
        if (!upload && state && item.upload.isNull())
            takeBack(state->id, state->file.value_or(FileId()));
        if (!upload)
            co_return ApiResult<>{};
        if (!state)
            co_return std::unexpected(state.error());
        if (!take(*upload, *state, speed))
            co_return ApiResult<>{};
        QByteArray part;
        // Looked at each time: half of one file and half of another would be neither.
        if (isUnchanged(item) && source->seek(state->offset))
            part = source->read(std::min(partSize(speed), item.size - state->offset));
        if (part.isEmpty()) {
            giveUp(id);
            co_return ApiResult<>{};
        }
        const auto size = static_cast<double>(part.size());
        const UploadId name = state->id;
        const qint64 offset = state->offset;
        QElapsedTimer clock;
        clock.start();
        state = co_await m_api->appendToUpload(name, offset, std::move(part));
        if (self && !state && state.error().status == 409)
            state = co_await m_api->uploadState(name);
        const double measured = size * 1000 / static_cast<double>(std::max<qint64>(clock.elapsed(), 1));
        speed = speed == 0 ? measured : speed * 0.7 + measured * 0.3;
    }
}

} // namespace plexi::app
