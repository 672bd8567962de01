// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QtTypes>

#include <algorithm>

namespace plexi::app {

/**
 * Keeps count of one channel's `seq` (contract, section 2, "Sync without gaps"): up to which number every change is known,
 * and which later ones were seen ahead of it.
 */
class Sequence
{
public:
    /** Every change up to and including this one is known. */
    qint64 synced() const { return m_synced; }
    /** Something beyond synced() + 1 was seen: ask for the changes after synced(). */
    bool hasGap() const { return m_newest > m_synced; }
    qint64 newest() const { return std::max(m_newest, m_synced); }

    /** A change with this number was applied. */
    void see(qint64 seq)
    {
        if (seq <= m_synced)
            return;
        m_ahead.insert(seq);
        m_newest = std::max(m_newest, seq);
        advance();
    }

    /** The server's counter is at least here; the change itself was not seen. */
    void hear(qint64 seq) { m_newest = std::max(m_newest, seq); }

    /** An answer held every change up to @p seq. */
    void catchUp(qint64 seq)
    {
        m_synced = std::max(m_synced, seq);
        m_ahead.removeIf([this](qint64 ahead) { return ahead <= m_synced; });
        advance();
    }

private:
    void advance()
    {
        while (m_ahead.remove(m_synced + 1))
            ++m_synced;
    }

    qint64 m_synced = 0;
    qint64 m_newest = 0;
    QSet<qint64> m_ahead;
};

} // namespace plexi::app
