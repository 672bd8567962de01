// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/error.h"

namespace plexi::net {

/** A request that goes no further: what is answered before the connection is closed. */
struct Refusal {
    /** Of HTTP; more precise than the error's own where the API's vocabulary is coarser (408, 431, 501, 505). */
    int status = 400;
    Error error;
};

} // namespace plexi::net
