// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/uploads_api.h"

#include "server/api/upload_headers.h"
#include "server/files/incoming_file.h"
#include "server/http/body_stream.h"
#include "server/security/permissions.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::Method;
using http::RateCategory;
using http::Request;
using http::Response;
using http::Tag;
using protocol::Schema;
using store::uploads::Row;

namespace {

const QString kUploads = u"/api/v1/files/uploads"_s;
const QString kUpload = u"/api/v1/files/uploads/{upload_id}"_s;

Response bare(int status)
{
    return {.status = status, .body = {}, .contentType = {}};
}

Result<UploadId> uploadId(const Request &request)
{
    return request.pathId<UploadId>("upload_id"_L1, u"Upload");
}

bool hasBody(const Request &request)
{
    return request.headers.contains(QHttpHeaders::WellKnownHeader::TransferEncoding)
        || request.header("Content-Length").toLongLong() > 0;
}

http::BodyForm partForm()
{
    return {Schema::bytes(), kTusPartType};
}

/** What every request of the protocol may be refused with. */
std::vector<ErrorCode> errorsWith(std::vector<ErrorCode> more)
{
    more.push_back(ErrorCode::PreconditionFailed);
    return more;
}

} // namespace

void UploadsApi::addRoutes(http::Router &router)
{
    router.add({.method = Method::Options,
                .pattern = kUploads,
                .handler = [this](Request request) { return options(std::move(request)); },
                .access = http::Access::Public,
                .summary = "What of tus 1.0.0 is known here"_L1,
                .operation = {.id = "getUploadOptions"_L1, .tag = Tag::Files, .answers = {http::noContentAnswer()}}});
    router.add({.method = Method::Post,
                .pattern = kUploads,
                .handler = [this](Request request) { return handle(std::move(request), &UploadsApi::create); },
                .rate = RateCategory::FileUpload,
                .permission = security::permission::kFilesUpload,
                .changes = true,
                .bodyLimit = services::UploadsService::kMaxChunk,
                .isStreamed = true,
                .summary = "Begin a resumable upload (tus 1.0.0), with its first bytes or without"_L1,
                .operation = {.id = "createUpload"_L1,
                              .tag = Tag::Files,
                              .body = {partForm()},
                              .answers = {{.status = 201}},
                              .errors = errorsWith({ErrorCode::NotFound, ErrorCode::Conflict, ErrorCode::Gone,
                                                    ErrorCode::ChecksumMismatch, ErrorCode::ServiceUnavailable})}});
    addPartRoutes(router);
}

void UploadsApi::addPartRoutes(http::Router &router)
{
    const auto add = [&](Method method, Handling handling, QLatin1StringView summary, http::Operation operation) {
        const bool takesPart = !operation.body.empty();
        operation.tag = Tag::Files;
        operation.errors = errorsWith(std::move(operation.errors));
        operation.errors.push_back(ErrorCode::Gone);
        router.add({.method = method,
                    .pattern = kUpload,
                    .handler = [this, handling](Request request) { return handle(std::move(request), handling); },
                    .rate = RateCategory::FileChunks,
                    .permission = security::permission::kFilesUpload,
                    .changes = method != Method::Head,
                    .bodyLimit = services::UploadsService::kMaxChunk,
                    .isStreamed = takesPart,
                    .summary = summary,
                    .operation = std::move(operation)});
    };
    const std::vector<ErrorCode> partErrors{ErrorCode::Conflict, ErrorCode::ChecksumMismatch,
                                            ErrorCode::ServiceUnavailable};
    add(Method::Head, &UploadsApi::show, "How far an upload is"_L1,
        {.id = "getUpload"_L1, .answers = {{.status = 200}}, .errors = {ErrorCode::ServiceUnavailable}});
    add(Method::Patch, &UploadsApi::append, "The next bytes of an upload, at most 8 MiB"_L1,
        {.id = "appendToUpload"_L1, .body = {partForm()}, .answers = {http::noContentAnswer()}, .errors = partErrors});
    add(Method::Delete, &UploadsApi::end, "Give an upload up"_L1,
        {.id = "endUpload"_L1, .answers = {http::noContentAnswer()}});
    add(Method::Post, &UploadsApi::overridden, "For who can only POST: X-HTTP-Method-Override says what is meant"_L1,
        {.id = "overrideUpload"_L1,
         .body = {partForm()},
         .answers = {{.status = 200}, http::noContentAnswer()},
         .errors = partErrors});
}

QCoro::Task<Result<Response>> UploadsApi::handle(Request request, Handling handling)
{
    const QString requestId = request.requestId;
    Result<Response> result = fail(
        {.code = ErrorCode::PreconditionFailed, .message = u"Tus-Resumable must be %1"_s.arg(kTusVersion)});
    const bool isKnown = QLatin1StringView(request.header("Tus-Resumable")) == kTusVersion;
    if (isKnown) {
        auto running = (this->*handling)(std::move(request));
        result = co_await running;
    }
    Response response = result ? std::move(*result) : Response::error(result.error(), requestId);
    response.headers.append("Tus-Resumable", kTusVersion);
    if (!isKnown)
        response.headers.append("Tus-Version", kTusVersion);
    co_return response;
}

QCoro::Task<Result<Response>> UploadsApi::options(Request /*request*/)
{
    Response response = bare(204);
    response.headers.append("Tus-Resumable", kTusVersion);
    response.headers.append("Tus-Version", kTusVersion);
    response.headers.append("Tus-Extension", "creation,creation-with-upload,termination,checksum,expiration");
    response.headers.append("Tus-Checksum-Algorithm", "sha1,sha256");
    response.headers.append("Tus-Max-Size", QByteArray::number(m_uploads.maxSize()));
    co_return response;
}

QCoro::Task<Result<Row>> UploadsApi::take(Request request, UploadId id, qint64 offset)
{
    const auto checksum = readChecksum(request);
    if (!checksum)
        co_return fail(checksum.error());
    const std::weak_ptr<http::BodyStream> stream = request.bodyStream;
    const std::function<void()> stop = [stream] {
        if (const auto reading = stream.lock())
            reading->cancel();
    };
    const auto appending = co_await m_uploads.append(request.caller(), id, offset, *checksum, stop);
    if (!appending)
        co_return fail(appending.error());
    Result<Row> row = co_await receive(request, *appending);
    m_uploads.release(*appending);
    co_return row;
}

QCoro::Task<Result<Row>> UploadsApi::receive(Request request,
                                             std::shared_ptr<services::UploadsService::Appending> appending)
{
    QByteArray waiting;
    while (true) {
        auto reading = request.bodyStream->next();
        const auto part = co_await reading;
        if (part)
            waiting += *part;
        if (!waiting.isEmpty() && (!part || part->isEmpty() || waiting.size() >= files::IncomingFile::kGoodPart)) {
            const QByteArray bytes = std::exchange(waiting, {});
            if (const Result<> written = co_await m_uploads.write(appending, bytes); !written)
                co_return fail(written.error());
        }
        if (!part) {
            const Error &failure = part.error();
            if (const Result<> kept = co_await m_uploads.breakOff(appending); !kept)
                co_return fail(kept.error());
            co_return fail(failure);
        }
        if (part->isEmpty())
            break;
    }
    Result<Row> row = co_await m_uploads.finish(appending);
    co_return row;
}

QCoro::Task<Result<Response>> UploadsApi::create(Request request)
{
    const auto size = readLength(request, "Upload-Length");
    if (!size)
        co_return fail(size.error());
    const auto draft = readMetadata(request);
    if (!draft)
        co_return fail(draft.error());
    if (hasBody(request)) {
        if (auto checked = checkPartType(request); !checked)
            co_return fail(std::move(checked.error()));
    }
    const QString metadata = QString::fromLatin1(request.header("Upload-Metadata"));
    Result<Row> row = co_await m_uploads.create(request.caller(), *draft, metadata, *size);
    if (!row)
        co_return fail(row.error());
    if (hasBody(request) && !row->file) {
        row = co_await take(request, row->id, 0);
        if (!row)
            co_return fail(row.error());
    }
    Response response = bare(201);
    response.headers.append(QHttpHeaders::WellKnownHeader::Location, kUploads + u'/' + row->id.toString());
    addUploadHeaders(response, *row);
    co_return response;
}

QCoro::Task<Result<Response>> UploadsApi::show(Request request)
{
    const auto id = uploadId(request);
    if (!id)
        co_return fail(id.error());
    const Result<Row> row = co_await m_uploads.find(request.caller(), *id);
    if (!row)
        co_return fail(row.error());
    Response response = bare(200);
    addUploadHeaders(response, *row);
    response.headers.append("Upload-Length", QByteArray::number(row->size));
    if (!row->metadata.isEmpty())
        response.headers.append("Upload-Metadata", row->metadata);
    co_return response;
}

QCoro::Task<Result<Response>> UploadsApi::append(Request request)
{
    const auto id = uploadId(request);
    if (!id)
        co_return fail(id.error());
    if (auto checked = checkPartType(request); !checked)
        co_return fail(std::move(checked.error()));
    const auto offset = readLength(request, "Upload-Offset");
    if (!offset)
        co_return fail(offset.error());
    const Result<Row> row = co_await take(request, *id, *offset);
    if (!row)
        co_return fail(row.error());
    Response response = bare(204);
    addUploadHeaders(response, *row);
    co_return response;
}

QCoro::Task<Result<Response>> UploadsApi::end(Request request)
{
    const auto id = uploadId(request);
    if (!id)
        co_return fail(id.error());
    const Result<> ended = co_await m_uploads.end(request.caller(), *id);
    if (!ended)
        co_return fail(ended.error());
    co_return bare(204);
}

QCoro::Task<Result<Response>> UploadsApi::overridden(Request request)
{
    const QByteArray meant = request.header("X-HTTP-Method-Override");
    Handling handling = nullptr;
    if (meant == "PATCH")
        handling = &UploadsApi::append;
    else if (meant == "DELETE")
        handling = &UploadsApi::end;
    else if (meant == "HEAD")
        handling = &UploadsApi::show;
    if (!handling)
        co_return fail(
            {.code = ErrorCode::BadRequest, .message = u"X-HTTP-Method-Override must be HEAD, PATCH or DELETE"_s});
    auto running = (this->*handling)(std::move(request));
    Result<Response> response = co_await running;
    co_return response;
}

} // namespace plexi::api
