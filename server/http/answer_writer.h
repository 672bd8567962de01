// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/response.h"

#include <QCoro/QCoroTask>

#include <memory>

namespace plexi::net {
class AnswerStream;
}

namespace plexi::http {

/** What the client's version of HTTP/1.x knows: 1.0 has no chunks. */
enum class Framing { Chunks, UntilClose };

/**
 * Sends an answer that has a source, at the client's pace, and closes the connection. Ends early where the client
 * leaves. The coroutine owns all it uses, so it may outlive the server that started it.
 */
QCoro::Task<> sendAnswer(std::shared_ptr<net::AnswerStream> stream, Response response, Framing framing);

} // namespace plexi::http
