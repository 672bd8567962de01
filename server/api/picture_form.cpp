// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/picture_form.h"

#include "server/http/multipart_parser.h"
#include "server/security/crypto.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::Request;
using http::Response;

namespace {

/** Keeps the first file and every field. The request's body limit bounds them. */
class FormSink final : public http::MultipartSink
{
public:
    Result<> beginPart(const http::MultipartPart &part) override
    {
        const bool isFirstFile = part.fileName.has_value() && !hasFile;
        m_field = part.fileName ? QString() : part.name;
        m_into = isFirstFile ? &picture : (m_field.isEmpty() ? nullptr : &m_value);
        hasFile = hasFile || isFirstFile;
        m_value.clear();
        return {};
    }
    Result<> partData(QByteArrayView data) override
    {
        if (m_into)
            m_into->append(data);
        return {};
    }
    Result<> endPart() override
    {
        if (!m_field.isEmpty())
            fields.insert(m_field, QString::fromUtf8(m_value));
        m_into = nullptr;
        return {};
    }

    bool hasFile = false;
    QByteArray picture;
    QHash<QString, QString> fields;

private:
    QString m_field;
    QByteArray m_value;
    QByteArray *m_into = nullptr;
};

QByteArrayView contentType(const Request &request)
{
    return request.headers.value(QHttpHeaders::WellKnownHeader::ContentType);
}

} // namespace

bool isForm(const Request &request)
{
    constexpr QByteArrayView kForm = "multipart/";
    const QByteArrayView type = contentType(request);
    return type.first(std::min(type.size(), kForm.size())).compare(kForm, Qt::CaseInsensitive) == 0;
}

Result<PictureForm> readPictureForm(const Request &request)
{
    const auto boundary = http::MultipartParser::boundaryOf(contentType(request));
    if (!boundary)
        return fail(boundary.error());
    FormSink sink;
    http::MultipartParser parser(*boundary, sink);
    if (const auto fed = parser.feed(request.body); !fed)
        return fail(fed.error());
    if (const auto finished = parser.finish(); !finished)
        return fail(finished.error());
    if (!sink.hasFile)
        return fail(Error::validation(u"file"_s, u"Missing"_s));
    return PictureForm{.picture = std::move(sink.picture), .fields = std::move(sink.fields)};
}

Response pictureAnswer(const Request &request, QByteArray bytes, const QString &type, QByteArrayView cacheControl)
{
    const QByteArray tag = '"' + security::sha256(bytes).toHex().first(32) + '"';
    Response response{.body = std::move(bytes), .contentType = type.toLatin1()};
    if (request.header("If-None-Match").contains(tag))
        response = {.status = 304, .body = {}, .contentType = {}};
    response.headers.append(QHttpHeaders::WellKnownHeader::ETag, tag);
    response.headers.append(QHttpHeaders::WellKnownHeader::CacheControl, cacheControl);
    return response;
}

} // namespace plexi::api
