// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace plexi::http {

/** The head of one part of a multipart/form-data body. */
struct MultipartPart {
    QString name;
    /** Without any folders; nothing where the part is a plain field. */
    std::optional<QString> fileName;
    /** As sent; empty where there is none. */
    QByteArray contentType;
};

/** Takes the parts of a body as they come. A refusal ends the parsing. */
class MultipartSink
{
public:
    virtual ~MultipartSink() = default;
    virtual Result<> beginPart(const MultipartPart &part) = 0;
    /** Some bytes of the part that began last, in order; @p bytes are good during the call only. */
    virtual Result<> partData(QByteArrayView bytes) = 0;
    virtual Result<> endPart() = 0;
};

/**
 * multipart/form-data (RFC 7578, RFC 2046 section 5.1), fed in pieces of any size; keeps no more than one part's head
 * and a delimiter. Errors are BadRequest. Not thread-safe.
 */
class MultipartParser
{
public:
    static constexpr qsizetype kMaxHead = 8 * 1024;
    static constexpr int kMaxParts = 32;

    /** UnsupportedMediaType where @p contentType is no multipart/form-data with a boundary of 1 to 70 characters. */
    static Result<QByteArray> boundaryOf(QByteArrayView contentType);

    /** @p sink is not owned and outlives the parser. */
    MultipartParser(const QByteArray &boundary, MultipartSink &sink);

    Result<> feed(QByteArrayView bytes);
    /** To be called when the body has ended: BadRequest where its last delimiter is missing. */
    Result<> finish() const;

private:
    enum class State { Preamble, AfterDelimiter, Head, Data, Epilogue };
    enum class Step { Again, NeedsMore };

    Result<Step> step();
    Result<Step> skipPreamble();
    Result<Step> readAfterDelimiter();
    Result<Step> readHead();
    Result<Step> readData();

    const QByteArray m_delimiter;
    MultipartSink &m_sink;
    State m_state = State::Preamble;
    int m_parts = 0;
    QByteArray m_buffer;
};

} // namespace plexi::http
