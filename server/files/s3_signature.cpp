// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/s3_signature.h"

#include "server/security/crypto.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::files {

namespace {

constexpr QByteArrayView kAlgorithm = "AWS4-HMAC-SHA256";

QByteArray canonicalPath(const S3Request &request)
{
    return request.path.toPercentEncoding("/");
}

QByteArray canonicalQuery(const S3Request &request)
{
    QByteArrayList parameters;
    for (const auto &[name, value] : request.query)
        parameters.append(name.toPercentEncoding() + '=' + value.toPercentEncoding());
    // By name, and not by what "=" does to the order of names that begin alike.
    std::ranges::sort(parameters, {}, [](const QByteArray &parameter) {
        const qsizetype end = parameter.indexOf('=');
        return std::pair(parameter.first(end), parameter.sliced(end + 1));
    });
    return parameters.join('&');
}

/** "host;range;x-amz-date" */
QByteArray namesOf(const S3Request::Fields &sortedHeaders)
{
    QByteArrayList names;
    for (const auto &[name, value] : sortedHeaders)
        names.append(name);
    return names.join(';');
}

QByteArray canonicalRequest(const S3Request &request, const S3Request::Fields &sortedHeaders)
{
    QByteArray text = request.method + '\n' + canonicalPath(request) + '\n' + canonicalQuery(request) + '\n';
    for (const auto &[name, value] : sortedHeaders)
        text += name + ':' + value.simplified() + '\n';
    return text + '\n' + namesOf(sortedHeaders) + '\n' + request.bodyDigest.toHex();
}

/** A key for one day, region and service, so that a leaked one is good for nothing else. */
QByteArray signingKey(const S3Credentials &credentials, const QByteArray &day)
{
    QByteArray key = "AWS4" + credentials.secretKey;
    for (const QByteArray &step : {day, credentials.region, QByteArray("s3"), QByteArray("aws4_request")})
        key = security::hmacSha256(key, step);
    return key;
}

} // namespace

QByteArray s3Target(const S3Request &request)
{
    const QByteArray path = canonicalPath(request);
    return request.query.isEmpty() ? path : path + '?' + canonicalQuery(request);
}

S3Request::Fields s3SignedHeaders(const S3Request &request, const S3Credentials &credentials, const QDateTime &moment)
{
    const QByteArray time = moment.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
    const QByteArray day = time.first(8);
    S3Request::Fields headers = request.headers;
    headers.append({"x-amz-date", time});
    headers.append({"x-amz-content-sha256", request.bodyDigest.toHex()});
    std::ranges::sort(headers);

    const QByteArray scope = day + '/' + credentials.region + "/s3/aws4_request";
    const QByteArray digest = security::sha256(canonicalRequest(request, headers)).toHex();
    const QByteArray toSign = kAlgorithm.toByteArray() + '\n' + time + '\n' + scope + '\n' + digest;
    const QByteArray signature = security::hmacSha256(signingKey(credentials, day), toSign).toHex();
    headers.append({"authorization",
                    kAlgorithm.toByteArray() + " Credential=" + credentials.accessKey + '/' + scope
                        + ",SignedHeaders=" + namesOf(headers) + ",Signature=" + signature});
    return headers;
}

} // namespace plexi::files
