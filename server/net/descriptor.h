// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <utility>

namespace plexi::net {

/** Owns the descriptor of a connection on its way from the acceptor to a loop. */
class Descriptor
{
public:
    explicit Descriptor(qintptr value) : m_value(value) { }
    ~Descriptor();
    Descriptor(Descriptor &&other) noexcept : m_value(std::exchange(other.m_value, -1)) { }
    Descriptor &operator=(Descriptor &&) = delete;

    /** It is the caller's from now on. */
    qintptr release() { return std::exchange(m_value, -1); }

private:
    qintptr m_value;
};

/** Ends listening on a descriptor that stays open. */
void shutDownListener(qintptr descriptor);

/** Tells the other end that nothing more will be sent, while it may still be read. */
void shutDownWriting(qintptr descriptor);

} // namespace plexi::net
