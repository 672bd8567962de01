// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/file_names.h"
#include "server/files/file_storage.h"
#include "server/http/operation.h"
#include "server/http/request.h"
#include "server/http/response.h"
#include "server/services/files_service.h"

/** Answers whose body is a stored file. */
namespace plexi::api {

struct FileAnswerOptions {
    files::Disposition disposition = files::Disposition::Attachment;
    QByteArray cacheControl = "private, no-cache";
};

/**
 * The content, or what the request's conditions and range leave of it: 200, 206, 304 or 416 (RFC 9110, sections 13 and
 * 14). Several ranges are answered with the whole. @p storage outlives the answer.
 */
QCoro::Task<Result<http::Response>> fileAnswer(http::Request request, services::FileContent content,
                                               FileAnswerOptions options, files::FileStorage *storage);

/** What fileAnswer() may answer, beside RangeNotSatisfiable. */
std::vector<http::Answer> fileAnswers();

/** Bytes of a file that a request asks for. */
struct ByteRange {
    qint64 first = 0;
    qint64 length = 0;

    friend bool operator==(const ByteRange &, const ByteRange &) = default;
};

enum class RangeKind { Whole, Part, Unsatisfiable };

/** @p header: of `Range`; what is no single range of bytes asks for the whole. Sets @p range for a part. */
RangeKind parseRange(QByteArrayView header, qint64 size, ByteRange &range);

} // namespace plexi::api
