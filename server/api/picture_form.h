// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"
#include "server/http/response.h"

#include <QByteArray>
#include <QHash>

/** Small pictures that come in a request and go out in an answer: avatars, emoji. */
namespace plexi::api {

struct PictureForm {
    /** The first part that is a file. What it is, its first bytes tell. */
    QByteArray picture;
    /** The other parts by name, as UTF-8. */
    QHash<QString, QString> fields;
};

/** Whether the body is a form. */
bool isForm(const http::Request &request);
/** ValidationError where there is no file in it, BadRequest where it is malformed. */
Result<PictureForm> readPictureForm(const http::Request &request);

/** With an ETag, and 304 where the caller has the picture; @p cacheControl says how long it stays good. */
http::Response pictureAnswer(const http::Request &request, QByteArray bytes, const QString &contentType,
                             QByteArrayView cacheControl);

} // namespace plexi::api
