// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>
#include <QTest>

#include <optional>

namespace plexi::test {

/** Runs the event loop until @p task has ended; the test ends with an abort where it does not within ten seconds. */
template <typename T>
T await(QCoro::Task<T> task)
{
    std::optional<T> result;
    task.then([&result](T value) { result = std::move(value); });
    const bool ended = QTest::qWaitFor([&result] { return result.has_value(); }, 10'000);
    if (!ended)
        qFatal("A task did not end within ten seconds");
    return std::move(*result);
}

} // namespace plexi::test
