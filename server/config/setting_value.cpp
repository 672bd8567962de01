// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/setting_value.h"

using namespace Qt::StringLiterals;

namespace plexi::config {

namespace {

std::optional<SettingValue> scalar(const toml::node &node)
{
    if (const auto *text = node.as_string())
        return SettingValue{QString::fromStdString(text->get()), {}, false};
    if (const auto *number = node.as_integer())
        return SettingValue{QString::number(number->get()), {}, false};
    if (const auto *flag = node.as_boolean())
        return SettingValue{flag->get() ? u"true"_s : u"false"_s, {}, false};
    return std::nullopt;
}

} // namespace

std::optional<SettingValue> settingValue(const toml::node &node)
{
    const auto *array = node.as_array();
    if (!array)
        return scalar(node);
    SettingValue value{.text = {}, .list = {}, .isList = true};
    for (const toml::node &element : *array) {
        const auto entry = scalar(element);
        if (!entry)
            return std::nullopt;
        value.list.append(entry->text);
    }
    return value;
}

} // namespace plexi::config
