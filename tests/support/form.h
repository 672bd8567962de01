// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/rest_client.h"

namespace plexi::test {

/** A multipart/form-data body, as programs send it. */
class Form
{
public:
    Form &field(const QByteArray &name, const QByteArray &value)
    {
        m_body += "--" + kBoundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
            + "\r\n";
        return *this;
    }
    Form &file(const QByteArray &fileName, const QByteArray &bytes, const QByteArray &name = "file")
    {
        m_body += "--" + kBoundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n";
        return *this;
    }

    QByteArray body() const { return m_body + "--" + kBoundary + "--\r\n"; }
    static QByteArray contentType() { return "multipart/form-data; boundary=" + kBoundary; }

    Answer post(RestClient &client, const QString &path = QStringLiteral("/api/v1/files/upload")) const
    {
        return client.sendRaw("POST", path, body(), {{"Content-Type", contentType()}});
    }

private:
    static inline const QByteArray kBoundary = "----boundary1234567890";
    QByteArray m_body;
};

} // namespace plexi::test
