// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/files_api.h"

#include "server/api/file_answers.h"
#include "server/api/upload_form.h"
#include "server/files/content_types.h"
#include "server/files/incoming_file.h"
#include "server/http/body_stream.h"
#include "server/http/query_reader.h"
#include "server/security/permissions.h"
#include "shared/protocol/pagination.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::Method;
using http::QueryReader;
using http::Request;
using http::Response;
using http::Tag;
using protocol::File;
using protocol::FilePage;
using protocol::Schema;
using store::blobs::Variant;

namespace {

/** What a form may have around its file: other fields and their heads. */
constexpr qint64 kFormOverhead = qint64(64) * 1024;

const QByteArray kLinkCache = "private, max-age=900";

Schema formSchema()
{
    return Schema::object()
        .with("file"_L1, Schema::bytes())
        .with(
            "channel_id"_L1,
            Schema::string().sometimes().about("An id or a slug; without it the file is one's own until it is sent"_L1))
        .with("description"_L1, Schema::string({.max = File::kMaxDescription}).sometimes())
        .with("filename"_L1, Schema::string().sometimes().about("Instead of the one that the part has"_L1))
        .with("is_public"_L1,
              Schema::names({"true"_L1, "false"_L1}).sometimes().about("true: url is an open link that lasts"_L1));
}

Result<FileId> fileId(const Request &request)
{
    return request.pathId<FileId>("file_id"_L1, u"File");
}

Result<Variant> variantOf(const Request &request)
{
    QueryReader query(request.query);
    const QString size = query.optionalString("size"_L1).value_or(u"small"_s);
    if (size != "small"_L1 && size != "large"_L1)
        query.addFault("size"_L1, u"Must be small or large"_s);
    if (const auto fault = query.error())
        return fail(*fault);
    return size == "large"_L1 ? Variant::Large : Variant::Small;
}

} // namespace

/** One upload on its way. */
struct FilesApi::Reception {
    Reception(const QByteArray &boundary, qint64 maxFileSize) : form(maxFileSize), parser(boundary, form) { }
    Q_DISABLE_COPY_MOVE(Reception)

    UploadForm form;
    http::MultipartParser parser;
    /** Once there are bytes of it. */
    std::shared_ptr<files::IncomingFile> file;
};

FilesApi::FilesApi(services::FilesService &files, const services::FileLinks &links, qint64 maxMultipart)
    : m_files(files), m_links(links), m_maxMultipart(maxMultipart)
{
}

void FilesApi::addRoutes(http::Router &router)
{
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/files/upload"_s,
                .handler = [this](Request request) { return upload(std::move(request)); },
                .rate = http::RateCategory::FileUpload,
                .permission = security::permission::kFilesUpload,
                .changes = true,
                .bodyLimit = m_maxMultipart + kFormOverhead,
                .isStreamed = true,
                .summary = "Upload a file; larger ones by /files/uploads"_L1,
                .operation = {.id = "uploadFile"_L1,
                              .tag = Tag::Files,
                              .body = {{formSchema(), "multipart/form-data"_L1}},
                              .answers = {jsonAnswer(File::schema(), 201)},
                              .errors = {ErrorCode::NotFound, ErrorCode::ServiceUnavailable}}});
    addReadingRoutes(router);
    addContentRoutes(router);
}

void FilesApi::addReadingRoutes(http::Router &router)
{
    const Schema limit = Schema::integer(1, protocol::kMaxLimit).example(protocol::kDefaultLimit);
    const Schema channel = Schema::string({.min = 1, .max = 1'024}).example("general"_L1);
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/files"_s,
                .handler = [this](Request request) { return list(std::move(request)); },
                .summary = "A channel's files, newest first"_L1,
                .operation = {.id = "listFiles"_L1,
                              .tag = Tag::Files,
                              .query = {{"channel_id"_L1, channel, "A channel's id or slug"_L1, true},
                                        {"before"_L1, Schema::id<FileId>(), "The last page's next_cursor"_L1},
                                        {"limit"_L1, limit, "How many at most; 50 where absent"_L1}},
                              .answers = {jsonAnswer(FilePage::schema())},
                              .errors = {ErrorCode::NotFound}}});
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/files/{file_id}"_s,
                .handler = [this](Request request) { return get(std::move(request)); },
                .summary = "What is known of a file"_L1,
                .operation = {.id = "getFile"_L1, .tag = Tag::Files, .answers = {jsonAnswer(File::schema())}}});
    router.add({.method = Method::Delete,
                .pattern = u"/api/v1/files/{file_id}"_s,
                .handler = [this](Request request) { return remove(std::move(request)); },
                .changes = true,
                .summary = "Remove a file, also from the messages that carry it"_L1,
                .operation = {.id = "removeFile"_L1, .tag = Tag::Files, .answers = {http::noContentAnswer()}}});
}

void FilesApi::addContentRoutes(http::Router &router)
{
    const std::vector<ErrorCode> errors{ErrorCode::InsufficientPermissions, ErrorCode::RangeNotSatisfiable,
                                        ErrorCode::ServiceUnavailable};
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/files/{file_id}/download"_s,
                .handler = [this](Request request) { return download(std::move(request)); },
                .summary = "A file's bytes; Range, If-Range and If-None-Match are known"_L1,
                .operation = {.id = "downloadFile"_L1, .tag = Tag::Files, .answers = fileAnswers(), .errors = errors}});
    const Schema size = Schema::names({"small"_L1, "large"_L1});
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/files/{file_id}/thumbnail"_s,
                .handler = [this](Request request) { return thumbnail(std::move(request)); },
                .summary = "A small picture of a file, JPEG or PNG, where there is one"_L1,
                .operation = {.id = "getThumbnail"_L1,
                              .tag = Tag::Files,
                              .query = {{"size"_L1, size, "small (320 pixels) where absent, or large (1280)"_L1}},
                              .answers = fileAnswers(),
                              .errors = errors}});
    router.add({.method = Method::Get,
                .pattern = u"/files/{file_id}/{filename}"_s,
                .handler = [this](Request request) { return openLink(std::move(request)); },
                .access = http::Access::Public,
                .summary = "A file's bytes by its url or thumbnail_url, which is its own credential"_L1,
                .operation = {.id = "openFileLink"_L1, .tag = Tag::Files, .answers = fileAnswers(), .errors = errors}});
}

QCoro::Task<Result<>> FilesApi::flush(std::shared_ptr<Reception> reception, security::Principal caller)
{
    if (!reception->file) {
        const auto draft = reception->form.draft();
        if (!draft)
            co_return fail(draft.error());
        // As early as it can be known; all of it is asked again once the file is whole.
        if (const auto admitted = m_files.admit(caller, *draft, reception->form.waiting()); !admitted)
            co_return fail(admitted.error());
        Result<std::shared_ptr<files::IncomingFile>> file = co_await m_files.receive();
        if (!file)
            co_return fail(file.error());
        reception->file = std::move(*file);
    }
    const QByteArray bytes = reception->form.takeBytes();
    Result<> appended = co_await m_files.storage().append(reception->file, bytes);
    co_return appended;
}

QCoro::Task<Result<Response>> FilesApi::upload(Request request)
{
    const auto boundary = http::MultipartParser::boundaryOf(request.header("Content-Type"));
    if (!boundary)
        co_return fail(boundary.error());
    const auto reception = std::make_shared<Reception>(*boundary, m_maxMultipart);
    while (true) {
        auto reading = request.bodyStream->next();
        const auto part = co_await reading;
        if (!part)
            co_return fail(part.error());
        if (part->isEmpty())
            break;
        if (const auto fed = reception->parser.feed(*part); !fed)
            co_return fail(fed.error());
        if (reception->form.waiting() < files::IncomingFile::kGoodPart)
            continue;
        if (const Result<> flushed = co_await flush(reception, request.caller()); !flushed)
            co_return fail(flushed.error());
    }
    if (const auto finished = reception->parser.finish(); !finished)
        co_return fail(finished.error());
    if (!reception->form.hasFile())
        co_return fail(Error::validation(u"file"_s, u"Missing"_s));
    if (const Result<> flushed = co_await flush(reception, request.caller()); !flushed)
        co_return fail(flushed.error());
    const auto draft = reception->form.draft();
    if (!draft)
        co_return fail(draft.error());
    Result<File> file = co_await m_files.add(request.caller(), *draft, std::move(reception->file));
    if (!file)
        co_return fail(file.error());
    m_links.sign(*file, request.caller().userId);
    co_return Response::json(file->toJson(), 201);
}

QCoro::Task<Result<Response>> FilesApi::list(Request request)
{
    QueryReader query(request.query);
    const QString channel = query.string("channel_id"_L1);
    const auto before = query.optionalId<FileId>("before"_L1);
    const qint64 limit = query.integer("limit"_L1, 1, protocol::kMaxLimit, protocol::kDefaultLimit);
    if (const auto fault = query.error())
        co_return fail(*fault);
    auto page = m_files.list(request.caller(), channel, before, limit);
    if (!page)
        co_return fail(page.error());
    for (File &file : page->files)
        m_links.sign(file, request.caller().userId);
    co_return Response::json(page->toJson());
}

QCoro::Task<Result<Response>> FilesApi::get(Request request)
{
    const auto id = fileId(request);
    if (!id)
        co_return fail(id.error());
    auto file = m_files.get(request.caller().userId, *id);
    if (!file)
        co_return fail(file.error());
    m_links.sign(*file, request.caller().userId);
    co_return Response::json(file->toJson());
}

QCoro::Task<Result<Response>> FilesApi::remove(Request request)
{
    const auto id = fileId(request);
    if (!id)
        co_return fail(id.error());
    const Result<> removed = co_await m_files.remove(request.caller(), *id);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

QCoro::Task<Result<Response>> FilesApi::download(Request request)
{
    const auto id = fileId(request);
    if (!id)
        co_return fail(id.error());
    const Result<services::FileContent> content = co_await m_files.open(request.caller().userId, *id);
    if (!content)
        co_return fail(content.error());
    Result<Response> response = co_await fileAnswer(request, *content, {}, &m_files.storage());
    co_return response;
}

QCoro::Task<Result<Response>> FilesApi::thumbnail(Request request)
{
    const auto id = fileId(request);
    if (!id)
        co_return fail(id.error());
    const auto variant = variantOf(request);
    if (!variant)
        co_return fail(variant.error());
    const Result<services::FileContent> content = co_await m_files.openThumbnail(request.caller().userId, *id,
                                                                                 *variant);
    if (!content)
        co_return fail(content.error());
    const FileAnswerOptions options{.disposition = files::Disposition::Inline};
    Result<Response> response = co_await fileAnswer(request, *content, options, &m_files.storage());
    co_return response;
}

QCoro::Task<Result<Response>> FilesApi::openLink(Request request)
{
    const auto id = fileId(request);
    if (!id)
        co_return fail(id.error());
    const auto grant = m_links.verify(*id, request.query);
    if (!grant)
        co_return fail(grant.error());
    FileAnswerOptions options{.disposition = files::Disposition::Inline, .cacheControl = kLinkCache};
    Result<services::FileContent> content = fail(Error::notFound(u"File"));
    if (grant->kind == services::FileLinks::Kind::Thumbnail) {
        content = co_await m_files.openThumbnail(grant->viewer, *id, Variant::Small);
    } else {
        content = co_await m_files.open(grant->viewer, *id);
        if (content)
            options.disposition = files::dispositionOf(content->contentType);
    }
    if (!content)
        co_return fail(content.error());
    Result<Response> response = co_await fileAnswer(request, *content, options, &m_files.storage());
    co_return response;
}

} // namespace plexi::api
