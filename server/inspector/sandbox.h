// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/** What the helper process gives up before it reads more than a signature of what a stranger made: contract, section 9. */
namespace plexi::inspector {

struct Limits {
    /** Bytes of address space, beyond what the process has when it enters: PDFium reserves much that it never uses. */
    quint64 memory = quint64(1) << 30;
    /** Of processor time. */
    int seconds = 10;
};

/**
 * From here on this process can compute, and use the descriptors 0 to 2; no file, no network, no other process. What
 * needs a plugin must have loaded it before. Fails with a sentence for the log where the system does not have the means;
 * on other systems than Linux only the environment and the process's limits protect.
 */
bool enterSandbox(const Limits &limits, QString *error);

} // namespace plexi::inspector
