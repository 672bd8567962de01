# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# plexi_npm_install(TARGET FOLDER [FILES path…])
#   A target that has npm install what FOLDER's package.json and package-lock.json pin, by checksum, below the build
#   directory; ${TARGET}_MODULES, set for the caller, is the node_modules folder. FILES are paths in that folder that other
#   rules of the calling CMakeLists.txt may name as sources; those elsewhere depend on the target. Packages' own scripts do
#   not run. Which registry npm asks is said by its own configuration (.npmrc files, npm_config_… variables), so a mirror
#   needs nothing here; FOLDER/.npmrc keeps addresses out of the lock file (omit-lockfile-registry-resolved=true). After a
#   change to package.json: npm install --package-lock-only --ignore-scripts

function(plexi_npm_install name folder)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "FILES")
  find_program(PLEXI_NPM npm REQUIRED)
  get_filename_component(source ${folder} ABSOLUTE)
  set(work ${CMAKE_BINARY_DIR}/npm/${name})
  set(pins ${source}/package.json ${source}/package-lock.json ${source}/.npmrc)
  list(TRANSFORM arg_FILES PREPEND ${work}/node_modules/ OUTPUT_VARIABLE files)
  add_custom_command(
    OUTPUT ${work}/installed ${files}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${work}
    COMMAND ${CMAKE_COMMAND} -E copy ${pins} ${work}
    COMMAND ${CMAKE_COMMAND} -E chdir ${work} ${PLEXI_NPM} ci --ignore-scripts --prefer-offline --no-audit --no-fund
            --no-update-notifier --loglevel=error
    # The times in packages are long past, and would have this rule run again.
    COMMAND ${CMAKE_COMMAND} -E touch ${work}/installed
    COMMAND ${CMAKE_COMMAND} -E touch_nocreate ${work}/installed ${files}
    DEPENDS ${pins}
    COMMENT "Fetching the npm packages of ${name}"
    VERBATIM)
  add_custom_target(${name} DEPENDS ${work}/installed)
  set(${name}_MODULES ${work}/node_modules PARENT_SCOPE)
endfunction()
