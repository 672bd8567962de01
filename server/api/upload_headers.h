// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"
#include "server/http/response.h"
#include "server/services/uploads_service.h"

/** The headers of tus 1.0.0, both ways. */
namespace plexi::api {

inline constexpr QLatin1StringView kTusVersion{"1.0.0"};
inline constexpr QLatin1StringView kTusPartType{"application/offset+octet-stream"};

/** A number of bytes; BadRequest where the header is missing or no such number. */
Result<qint64> readLength(const http::Request &request, QByteArrayView header);
/** `Upload-Metadata`; BadRequest where it is malformed, ValidationError where a value is. */
Result<services::FileDraft> readMetadata(const http::Request &request);
/** `Upload-Checksum`; nothing where there is none, BadRequest where it is malformed or of another algorithm. */
Result<std::optional<services::UploadsService::Checksum>> readChecksum(const http::Request &request);
/** UnsupportedMediaType where the body is no part of an upload. */
Result<> checkPartType(const http::Request &request);

/** Where the upload is, until when it waits, and what became of it. */
void addUploadHeaders(http::Response &response, const store::uploads::Row &row);

} // namespace plexi::api
