// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <toml++/toml.hpp>

#include <optional>

namespace plexi::config {

/** What a key's value looked like in its source; the environment has text only. */
struct SettingValue {
    QString text;
    QStringList list;
    bool isList = false;
};

/** Nothing for what is neither a string, a number, true, false nor a list of those. */
std::optional<SettingValue> settingValue(const toml::node &node);

} // namespace plexi::config
