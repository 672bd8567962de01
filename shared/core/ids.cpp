// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/ids.h"

#include <QDateTime>

namespace plexi {

namespace {

// 2025-01-01T00:00:00Z in milliseconds since 1970: ids stay short and positive until the year 2303.
constexpr qint64 kEpochMs = 1'735'689'600'000;
constexpr int kCounterBits = 20;

} // namespace

namespace detail {

std::optional<qint64> parseId(QLatin1StringView prefix, QStringView text)
{
    if (!text.startsWith(prefix))
        return std::nullopt;
    const QStringView digits = text.sliced(prefix.size());
    if (digits.isEmpty() || digits.size() > 19 || digits.front() == u'0')
        return std::nullopt;
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
    }
    bool ok = false;
    const qint64 value = digits.toLongLong(&ok);
    if (!ok)
        return std::nullopt;
    return value;
}

QString formatId(QLatin1StringView prefix, qint64 value)
{
    return prefix + QString::number(value);
}

} // namespace detail

qint64 IdGenerator::next()
{
    const qint64 now = (QDateTime::currentMSecsSinceEpoch() - kEpochMs) << kCounterBits;
    qint64 last = m_last.load(std::memory_order_relaxed);
    while (true) {
        const qint64 candidate = std::max(now, last + 1);
        if (m_last.compare_exchange_weak(last, candidate, std::memory_order_relaxed))
            return candidate;
    }
}

} // namespace plexi
