// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/multipart_parser.h"
#include "server/services/files_service.h"

#include <QHash>

namespace plexi::api {

/** The form of an upload as it comes: fields are kept, the file's bytes are to be taken away again and again. */
class UploadForm final : public http::MultipartSink
{
public:
    /** Bytes of the file; more is PayloadTooLarge. */
    explicit UploadForm(qint64 maxFileSize) : m_maxFileSize(maxFileSize) { }

    Result<> beginPart(const http::MultipartPart &part) override;
    Result<> partData(QByteArrayView bytes) override;
    Result<> endPart() override;

    bool hasFile() const { return m_hasFile; }
    /** Those that were not taken yet. */
    qsizetype waiting() const { return m_bytes.size(); }
    QByteArray takeBytes() { return std::exchange(m_bytes, {}); }
    /** What the fields say so far; ValidationError names the one that is wrong. */
    Result<services::FileDraft> draft() const;

private:
    enum class Part { None, Field, File };

    const qint64 m_maxFileSize;
    Part m_part = Part::None;
    QString m_name;
    QByteArray m_value;
    QHash<QString, QByteArray> m_fields;
    bool m_hasFile = false;
    QString m_fileName;
    qint64 m_received = 0;
    QByteArray m_bytes;
};

} // namespace plexi::api
