// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the stand-in says to uploads: it counts their bytes, and keeps none.
#include "tests/app/support/fake_server.h"

using namespace Qt::StringLiterals;

namespace plexi::test {

QByteArray FakeServer::verbOf(const QHttpServerRequest &request)
{
    switch (request.method()) {
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Patch:
        return "PATCH";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    default:
        return "GET";
    }
}

void FakeServer::write(const Answer &answer, QHttpServerResponder &responder)
{
    const auto status = static_cast<QHttpServerResponder::StatusCode>(answer.status);
    QHttpHeaders headers;
    for (const auto &[name, value] : answer.headers)
        headers.append(QLatin1StringView(name), value);
    if (answer.status == 204) {
        responder.write(headers, status);
        return;
    }
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/json");
    responder.write(answer.body.json, headers, status);
}

FakeServer::Answer FakeServer::uploads(const Request &request)
{
    if (request.verb == "POST") {
        const QString id = UploadId(m_uploads.size() + 1).toString();
        m_uploads.insert(id, {.size = request.length});
        return {.status = 201,
                .body = QByteArray(),
                .headers = {{"Location", "/api/v1/files/uploads/" + id.toLatin1()}, {"Upload-Offset", "0"}}};
    }
    const QString id = request.path.value(2);
    const auto known = m_uploads.find(id);
    if (known == m_uploads.end())
        return error(404, Error::notFound(u"Upload"_s));
    if (request.verb == "DELETE") {
        m_uploads.erase(known);
        return {.status = 204};
    }
    known->offset += request.bytes;
    Answer answer{.status = 204, .headers = {{"Upload-Offset", QByteArray::number(known->offset)}}};
    if (known->offset == known->size)
        answer.headers.append(
            {"Plexichat-File-Id", FileId(1000 + UploadId::fromString(id)->value()).toString().toLatin1()});
    return answer;
}

} // namespace plexi::test
