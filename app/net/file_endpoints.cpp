// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The calls of ApiClient about files. Uploads follow tus 1.0.0 (https://tus.io/protocols/resumable-upload).
#include "app/net/api_client.h"

#include "shared/protocol/json_reader.h"

#include <QCoroSignal>
#include <QFileDevice>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

const QString kUploads = u"/files/uploads"_s;
constexpr auto kTusVersion = "1.0.0";
constexpr auto kPartType = "application/offset+octet-stream";

QString uploadPath(UploadId id)
{
    return kUploads + u'/' + id.toString();
}

QString filePath(FileId id)
{
    return "/files/"_L1 + id.toString();
}

QByteArray pair(const char *key, const QString &value)
{
    return key + (' ' + value.toUtf8().toBase64());
}

} // namespace

ApiResult<UploadState> ApiClient::uploadStateOf(const Answer &answer, UploadId id)
{
    bool isNumber = false;
    const qint64 offset = answer.headers.value("Upload-Offset").toByteArray().toLongLong(&isNumber);
    const auto file = FileId::fromString(QString::fromLatin1(answer.headers.value("Plexichat-File-Id")));
    if ((!isNumber && !file) || id.isNull())
        return notOurs(answer.status);
    return UploadState{.id = id, .offset = offset, .file = file};
}

QCoro::Task<ApiResult<UploadState>> ApiClient::beginUpload(QString name, qint64 size)
{
    Call call{.verb = "POST", .path = kUploads};
    call.headers = {{"Tus-Resumable", kTusVersion},
                    {"Upload-Length", QByteArray::number(size)},
                    {"Upload-Metadata", pair("filename", name)}};
    call.form = Form::Bytes;
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    const QString location = QString::fromLatin1(answer->headers.value("Location"));
    const auto id = UploadId::fromString(location.sliced(location.lastIndexOf(u'/') + 1));
    co_return uploadStateOf(*answer, id.value_or(UploadId()));
}

QCoro::Task<ApiResult<UploadState>> ApiClient::uploadState(UploadId id)
{
    Call call{.verb = "HEAD", .path = uploadPath(id)};
    call.headers = {{"Tus-Resumable", kTusVersion}};
    call.form = Form::Bytes;
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return uploadStateOf(*answer, id);
}

QCoro::Task<ApiResult<UploadState>> ApiClient::appendToUpload(UploadId id, qint64 offset, QByteArray bytes)
{
    Call call{.verb = "PATCH", .path = uploadPath(id)};
    call.headers = {
        {"Tus-Resumable", kTusVersion}, {"Upload-Offset", QByteArray::number(offset)}, {"Content-Type", kPartType}};
    call.bytes = std::move(bytes);
    call.form = Form::Bytes;
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return uploadStateOf(*answer, id);
}

QCoro::Task<ApiResult<>> ApiClient::endUpload(UploadId id)
{
    Call call{.verb = "DELETE", .path = uploadPath(id)};
    call.headers = {{"Tus-Resumable", kTusVersion}};
    return perform(std::move(call));
}

QCoro::Task<ApiResult<>> ApiClient::deleteFile(FileId id)
{
    return perform({.verb = "DELETE", .path = filePath(id)});
}

QCoro::Task<ApiResult<QByteArray>> ApiClient::thumbnail(FileId id, bool isLarge)
{
    Call call{.verb = "GET", .path = filePath(id) + "/thumbnail"_L1};
    call.query.addQueryItem(u"size"_s, isLarge ? u"large"_s : u"small"_s);
    call.form = Form::Bytes;
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    QByteArray bytes = answer->bytes;
    co_return bytes;
}

QCoro::Task<ApiResult<>> ApiClient::download(FileId id, std::shared_ptr<QFileDevice> target, Progress progress,
                                             std::stop_token stop)
{
    const QPointer<ApiClient> self(this);
    const ApiResult<QString> token = co_await freshAccessToken();
    if (!self || m_isClosed || stop.stop_requested())
        co_return cancelled();
    if (!token)
        co_return std::unexpected(token.error());
    const Call call{.verb = "GET", .path = filePath(id) + "/download"_L1};
    const QPointer<QNetworkReply> reply(start(call, *token));
    m_replies.insert(reply);
    QNetworkReply *source = reply;
    const auto isGood = [source] {
        return source->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
    };
    connect(source, &QNetworkReply::readyRead, source, [source, target, isGood, progress] {
        if (!isGood())
            return;
        // A full disk stops it: what comes then would be a file with a hole.
        if (target->write(source->readAll()) < 0) {
            source->abort();
            return;
        }
        const QVariant total = source->header(QNetworkRequest::ContentLengthHeader);
        if (progress)
            progress(target->pos(), total.isValid() ? total.toLongLong() : -1);
    });
    const std::stop_callback stopped(stop, [reply] {
        if (reply)
            reply->abort();
    });
    if (!reply->isFinished())
        co_await qCoro(reply.data(), &QNetworkReply::finished);
    if (!self || !reply)
        co_return cancelled();
    m_replies.remove(reply);
    reply->deleteLater();
    if (stop.stop_requested())
        co_return cancelled();
    if (isGood() && reply->error() == QNetworkReply::NoError && target->write(reply->readAll()) >= 0)
        co_return ApiResult<>{};
    if (isGood())
        co_return std::unexpected(ApiError{.failure = m_isClosed ? Failure::Cancelled : Failure::Unreachable});
    const ApiResult<Answer> answer = readAnswer(*reply, m_isClosed, Form::Json);
    co_return std::unexpected(answer ? ApiError{.failure = Failure::NotPlexiChat} : answer.error());
}

} // namespace plexi::app
