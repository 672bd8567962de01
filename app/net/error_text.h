// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/api_error.h"

#include <QString>

namespace plexi::app {

/** One sentence for people: what happened and, where there is something, what to do next. Translated. */
QString errorText(const ApiError &error);

} // namespace plexi::app
