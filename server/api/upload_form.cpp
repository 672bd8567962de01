// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/upload_form.h"

#include "server/http/query_reader.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace plexi::api {

namespace {

constexpr qsizetype kMaxField = qsizetype(16) * 1024;

} // namespace

Result<> UploadForm::beginPart(const http::MultipartPart &part)
{
    m_name = part.name;
    m_value.clear();
    if (!part.fileName) {
        m_part = Part::Field;
        return {};
    }
    if (part.name != "file"_L1)
        return fail(Error::validation(part.name, u"The file's field is called file"_s));
    if (m_hasFile)
        return fail(Error::validation(u"file"_s, u"There must be one file"_s));
    m_part = Part::File;
    m_hasFile = true;
    m_fileName = *part.fileName;
    return {};
}

Result<> UploadForm::partData(QByteArrayView bytes)
{
    if (m_part == Part::File) {
        m_received += bytes.size();
        if (m_received > m_maxFileSize)
            return fail(
                {.code = ErrorCode::PayloadTooLarge,
                 .message = u"The file is over the limit of %1 bytes for this way of uploading"_s.arg(m_maxFileSize),
                 .details = {{"limit"_L1, m_maxFileSize}}});
        m_bytes.append(bytes);
        return {};
    }
    if (m_value.size() + bytes.size() > kMaxField)
        return fail(Error::validation(m_name, u"Is too long"_s));
    m_value.append(bytes);
    return {};
}

Result<> UploadForm::endPart()
{
    if (m_part == Part::Field)
        m_fields.insert(m_name, m_value);
    m_part = Part::None;
    return {};
}

Result<services::FileDraft> UploadForm::draft() const
{
    services::FileDraft draft{.filename = m_fileName};
    for (const auto &[name, value] : m_fields.asKeyValueRange()) {
        QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
        const QString text = decoder(value);
        if (decoder.hasError() || text.contains(QChar(0)))
            return fail(Error::validation(name, u"Must be text in UTF-8"_s));
        if (name == "channel_id"_L1 && !text.isEmpty()) {
            draft.channel = text;
        } else if (name == "description"_L1 && !text.isEmpty()) {
            draft.description = text;
        } else if (name == "filename"_L1 && !text.isEmpty()) {
            draft.filename = text;
        } else if (name == "is_public"_L1 && !text.isEmpty()) {
            const auto isPublic = http::booleanFrom(text);
            if (!isPublic)
                return fail(Error::validation(name, u"Must be true or false"_s));
            draft.isPublic = *isPublic;
        }
    }
    if (draft.filename.isEmpty())
        draft.filename = u"file"_s;
    if (auto checked = services::checkDraft(draft); !checked)
        return fail(std::move(checked.error()));
    return draft;
}

} // namespace plexi::api
