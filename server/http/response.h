// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/error.h"

#include <QByteArray>
#include <QHttpHeaders>
#include <QJsonObject>

#include <memory>

namespace plexi::http {

class BodySource;

/** An answer. The router adds X-Request-ID, rate-limit and security headers. */
struct Response {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QHttpHeaders headers = {};
    /** Set instead of @c body where that is made while it is sent; the connection is closed behind it. */
    std::shared_ptr<BodySource> source = {};

    static Response json(const QJsonObject &object, int status = 200);
    /** @p json: written already, as UTF-8. */
    static Response json(QByteArray json, int status = 200);
    static Response created(const QJsonObject &object) { return json(object, 201); }
    static Response noContent();
    /** The error envelope of the reference. */
    static Response error(const Error &error, const QString &requestId);
};

/** The one place where an error becomes a status. */
int httpStatus(ErrorCode code);

} // namespace plexi::http
